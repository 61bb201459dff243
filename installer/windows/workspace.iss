; Inno Setup 6.3 or newer. Build dist\workspace first: .venv\Scripts\python installer\build.py bundle
; Untested: nobody has run this on Windows yet.
; Silent: /VERYSILENT /NORESTART with /ALLUSERS (as administrator) or /CURRENTUSER, /TASKS=autostart.
#define Version GetEnv("WORKSPACE_VERSION")
#if Version == ""
#error Set WORKSPACE_VERSION, as in pyproject's package: set WORKSPACE_VERSION=0.1.0
#endif
[Setup]
AppId={{6E7D3B0B-6F0C-4A52-9A36-0B6B7A0C6C11}
AppName=Workspace
AppVersion={#Version}
VersionInfoVersion={#Version}
LicenseFile=..\..\LICENSE
DefaultDirName={autopf}\Workspace
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
UninstallDisplayIcon={app}\workspace-window.exe
; The engine has no window that could be asked; it may be ended at any moment and loses nothing.
CloseApplications=force
OutputDir=..\..\dist
OutputBaseFilename=agent-workspace-{#Version}-setup
Compression=lzma2
SolidCompression=yes
[Tasks]
Name: autostart; Description: "Start Workspace at sign-in"; Flags: unchecked
[InstallDelete]
; What an older version had and this one has not would be imported all the same.
Type: filesandordirs; Name: "{app}\_internal"
[Files]
Source: "..\..\dist\workspace\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
[Icons]
Name: "{autoprograms}\Workspace"; Filename: "{app}\workspace-window.exe"
[Registry]
Root: HKA; Subkey: "Software\Classes\workspace"; ValueType: string; ValueData: "URL:Workspace"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\workspace"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\workspace\shell\open\command"; ValueType: string; ValueData: """{app}\workspace-window.exe"" ""%1"""
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "Workspace"; ValueData: """{app}\workspace-window.exe"""; Tasks: autostart; Flags: uninsdeletevalue
[UninstallRun]
Filename: "{sys}\taskkill.exe"; Parameters: "/F /IM workspace-window.exe"; Flags: runhidden; RunOnceId: "EndWorkspace"
[Code]
procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if (CurUninstallStep = usPostUninstall) and not UninstallSilent then
    MsgBox('Tickets, drafts and desks of each person stay in %LOCALAPPDATA%\workspace. ' +
      'Whoever wants them gone deletes that folder; a desk there is the only copy.',
      mbInformation, MB_OK);
end;
