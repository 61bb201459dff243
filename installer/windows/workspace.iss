; Inno Setup 6 recipe. Build dist\workspace first: .venv\Scripts\python installer\build.py bundle
; Untested: nobody has run this on Windows yet.
#define Version GetEnv("WORKSPACE_VERSION")
[Setup]
AppId={{6E7D3B0B-6F0C-4A52-9A36-0B6B7A0C6C11}
AppName=Workspace
AppVersion={#Version}
DefaultDirName={autopf}\Workspace
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
UninstallDisplayIcon={app}\workspace-window.exe
CloseApplications=yes
OutputDir=..\..\dist
OutputBaseFilename=agent-workspace-{#Version}-setup
Compression=lzma2
SolidCompression=yes
[Files]
Source: "..\..\dist\workspace\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
[Icons]
Name: "{autoprograms}\Workspace"; Filename: "{app}\workspace-window.exe"
[Registry]
Root: HKA; Subkey: "Software\Classes\workspace"; ValueType: string; ValueData: "URL:Workspace"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\workspace"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\workspace\shell\open\command"; ValueType: string; ValueData: """{app}\workspace-window.exe"" ""%1"""
[Tasks]
Name: autostart; Description: "Start Workspace at sign-in"; Flags: unchecked
[Registry]
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "Workspace"; ValueData: """{app}\workspace-window.exe"""; Tasks: autostart; Flags: uninsdeletevalue
; Nothing of a person's is removed: what they wrote lies in %LOCALAPPDATA%\workspace.
