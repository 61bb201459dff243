<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
    <context>
        <name>Accounts</name>
        <message>
            <source>Accounts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking “{name}”…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect an account…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the password again…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First synchronisation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on anyway</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In step, {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs attention</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No account yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offline, last in step: {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password or token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused, last in step: {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove “{name}” from this computer? Its tickets stay at the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped to be safe: look at the reason below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Synchronise now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” works.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>Accounts and outbox</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a tag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Assign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect an account…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find and go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to queues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to the conversation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Internal note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next ticket</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the chosen ticket</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous ticket</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show or hide the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Solve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Synchronise now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ticket</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AddAccount</name>
        <message>
            <source>Address of the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asking the server…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect an account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It works: signed in as {who} at {server}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It works: signed in as {who}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for connectors…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password or token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong inside Workspace. The log has the details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>System</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connector “{name}” can't be used: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The name may have small letters, digits and - only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>small letters, digits and -</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field} (optional)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{field}” is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” is connected. Its tickets come in, the newest first.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <source>A file is still being attached.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A note for colleagues only…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add note and set a status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add note and set {status}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attach</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attach files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attachments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that it is there and that you may read it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a ticket first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draft not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draft saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Internal note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Internal note, not seen by the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is being put into the outbox.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New message arrived. Review it, then send again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not queued, the text is still here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is written yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only colleagues see this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queuing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove attachment {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reply or internal note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reply to the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send a smaller file, or a link to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send and set a status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send and set {status}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The draft can't be saved: {why} It stays here as long as this window is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file {name} can't be read ({why}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The note is added in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The reply leaves in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The requester changed meanwhile; this reply still goes to {recipient}. Send again if that is right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This account can't do that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This ticket can't be read right now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a reply to the customer…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pasted-image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>via {channel}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>via {channel} to {recipient}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has {size}; this account takes at most {cap} for one attachment.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Connectors</name>
        <message>
            <source>A ticket custom field for several free values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A token is made in RT under Settings, Auth Tokens. A password costs RT a slow check on every request.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As RT's MaxAttachmentSize.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Custom field that holds tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Embedded desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of the desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How customers and colleagues see you. Empty: the desk's owner.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Largest attachment (MB)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names of RT queues, separated by commas. Empty follows all that are visible.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names one agent of the desk. Empty: the desk's owner.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needed with a password only; a token names its user itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queues to follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Request Tracker 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Statuses of your own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where a lifecycle has words of its own: word=new|open|pending|on_hold|solved|closed, separated by commas.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where desk.db lies. Empty: inside the base directory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your email address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>token</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Conversation</name>
        <message numerus="yes">
            <source>%n new messages below</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a ticket to read its conversation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Conversation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy selected text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy {target}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Internal note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept on this computer only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not sure it was sent, looking for it at the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not sure it was sent, please decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has been written here yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {target}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save attachment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending…</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Sends in %n s</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Show or hide the quoted text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The messages of this ticket are on their way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This conversation can't be read right now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This link can't be opened: only web, mail and phone links can.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This link leads to {host}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yesterday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>assigned to {new}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>attachment {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dddd d MMMM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dddd d MMMM yyyy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>internal note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>moved to {new}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no longer assigned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>priority {new}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>status {new}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tag “{tag}” added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tag “{tag}” removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field}: {new}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{who} are typing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{who} is typing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{who} is writing a reply…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Close this notice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong inside Workspace ({kind}). The log has the details.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Outbox</name>
        <message>
            <source>Drop the change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing waits: all that you wrote was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open ticket</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outbox</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Was it sent?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Queues</name>
        <message>
            <source>Accounts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All tickets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Channels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Teams</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unassigned</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{queue}, %n tickets</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{section}, folded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{section}, unfolded</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Search</name>
        <message numerus="yes">
            <source>%n found</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Filters: {filters}. Enter opens, Esc closes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing found in what is on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search tickets and messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The newest matches; narrow the search to reach older ones.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>internal note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ticket</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source> s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accounts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another language shows the next time Workspace starts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Appearance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Enter; Enter breaks the line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter; Shift+Enter breaks the line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a recovery code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recovery</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recovery code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time to take a reply back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What Workspace keeps is encrypted with a key in the keyring of this system. If the keyring is lost, a recovery code opens it again. Write the code down and keep it apart from this computer. A new code replaces the old one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>send at once</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Single letters work while no text field has the focus.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>Accounts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accounts and outbox</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outbox</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message numerus="yes">
            <source>%n accounts in step, {when}</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n accounts need attention</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n accounts offline, last in step: {when}</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not sent</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting to be sent</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>All accounts paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+/ shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>First synchronisation: %n tickets</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>First synchronisation: {percent} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No account yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starting synchronisation…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Synchronisation stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text}. Opens details</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TicketActions</name>
        <message>
            <source>Solved: {subject}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This ticket is solved already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TicketList</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tickets</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>(no subject)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draft: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due in {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Newest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No ticket is in this queue right now. New ones appear by themselves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not sure it was sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order: {order}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overdue {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queued, sends when online</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reply: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search everything   (Ctrl+K)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show what is new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tickets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tickets in {queue}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unknown sender</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting longest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits for us</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Unlock</name>
        <message>
            <source>Recovery code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your data can't be unlocked</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Connect an account…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect the ticket system you work with, or look around first with sample data. What you read and write stays encrypted on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The window with sample data opens beside this one in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try it with sample data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Welcome to Workspace</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Window</name>
        <message numerus="yes">
            <source>%n not sent</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting to be sent</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Accounts and outbox</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one in the list, or press Ctrl+K to search everything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No ticket chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Synchronisation ended five times in a row and is not started again by itself. You can go on reading and writing; what you send waits in the outbox.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tickets</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Words</name>
        <message numerus="yes">
            <source>%n h</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Change of fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delivered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Email</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Internal note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KakaoTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not sure it was sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SMS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Solved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Web chat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>d MMM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dddd d MMMM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yesterday</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
