<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Accounts</name>
        <message numerus="yes">
            <source>%n tickets so far</source>
            <translation>
                <numerusform>%n ticket so far</numerusform>
                <numerusform>%n tickets so far</numerusform>
            </translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Accounts</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Checking “{name}”…</source>
            <translation>Checking “{name}”…</translation>
        </message>
        <message>
            <source>Connect an account…</source>
            <translation>Connect an account…</translation>
        </message>
        <message>
            <source>Enter the password again…</source>
            <translation>Enter the password again…</translation>
        </message>
        <message>
            <source>First synchronisation</source>
            <translation>First synchronisation</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Go on anyway</source>
            <translation>Go on anyway</translation>
        </message>
        <message>
            <source>In step, {when}</source>
            <translation>In step, {when}</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>Needs attention</translation>
        </message>
        <message>
            <source>No account yet.</source>
            <translation>No account yet.</translation>
        </message>
        <message>
            <source>Offline, last in step: {when}</source>
            <translation>Offline, last in step: {when}</translation>
        </message>
        <message>
            <source>Password or token</source>
            <translation>Password or token</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Paused, last in step: {when}</source>
            <translation>Paused, last in step: {when}</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Remove “{name}” from this computer? Its tickets stay at the server.</source>
            <translation>Remove “{name}” from this computer? Its tickets stay at the server.</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Remove…</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Settings…</translation>
        </message>
        <message>
            <source>Stopped to be safe: look at the reason below</source>
            <translation>Stopped to be safe: look at the reason below</translation>
        </message>
        <message>
            <source>Synchronise now</source>
            <translation>Synchronise now</translation>
        </message>
        <message>
            <source>never</source>
            <translation>never</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} of {total}</translation>
        </message>
        <message>
            <source>“{name}” works.</source>
            <translation>“{name}” works.</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>Accounts and outbox</source>
            <translation>Accounts and outbox</translation>
        </message>
        <message>
            <source>Add a tag</source>
            <translation>Add a tag</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>Assign</translation>
        </message>
        <message>
            <source>Connect an account…</source>
            <translation>Connect an account…</translation>
        </message>
        <message>
            <source>Find and go</source>
            <translation>Find and go</translation>
        </message>
        <message>
            <source>Go to queues</source>
            <translation>Go to queues</translation>
        </message>
        <message>
            <source>Go to the conversation</source>
            <translation>Go to the conversation</translation>
        </message>
        <message>
            <source>Go to the customer</source>
            <translation>Go to the customer</translation>
        </message>
        <message>
            <source>Go to the list</source>
            <translation>Go to the list</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>Internal note</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Keyboard shortcuts</translation>
        </message>
        <message>
            <source>Next ticket</source>
            <translation>Next ticket</translation>
        </message>
        <message>
            <source>Open the chosen ticket</source>
            <translation>Open the chosen ticket</translation>
        </message>
        <message>
            <source>Previous ticket</source>
            <translation>Previous ticket</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>Search everything</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Show or hide the customer</source>
            <translation>Show or hide the customer</translation>
        </message>
        <message>
            <source>Show or hide the queues</source>
            <translation>Show or hide the queues</translation>
        </message>
        <message>
            <source>Solve</source>
            <translation>Solve</translation>
        </message>
        <message>
            <source>Synchronise now</source>
            <translation>Synchronise now</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Window</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Writing</translation>
        </message>
    </context>
    <context>
        <name>AddAccount</name>
        <message>
            <source>Address of the server</source>
            <translation>Address of the server</translation>
        </message>
        <message>
            <source>Asking the server…</source>
            <translation>Asking the server…</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>Browse…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Check and save</source>
            <translation>Check and save</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>Checking</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Connect</translation>
        </message>
        <message>
            <source>Connect an account</source>
            <translation>Connect an account</translation>
        </message>
        <message>
            <source>It works: signed in as {who} at {server}.</source>
            <translation>It works: signed in as {who} at {server}.</translation>
        </message>
        <message>
            <source>It works: signed in as {who}.</source>
            <translation>It works: signed in as {who}.</translation>
        </message>
        <message>
            <source>Looking for connectors…</source>
            <translation>Looking for connectors…</translation>
        </message>
        <message>
            <source>Name of the account</source>
            <translation>Name of the account</translation>
        </message>
        <message>
            <source>Password or token</source>
            <translation>Password or token</translation>
        </message>
        <message>
            <source>Settings of “{name}”</source>
            <translation>Settings of “{name}”</translation>
        </message>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <source>The connector “{name}” can't be used: {text}</source>
            <translation>The connector “{name}” can't be used: {text}</translation>
        </message>
        <message>
            <source>The name may have small letters, digits and - only.</source>
            <translation>The name may have small letters, digits and - only.</translation>
        </message>
        <message>
            <source>small letters, digits and -</source>
            <translation>small letters, digits and -</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>unchanged</translation>
        </message>
        <message>
            <source>{field} (optional)</source>
            <translation>{field} (optional)</translation>
        </message>
        <message>
            <source>“{field}” is empty.</source>
            <translation>“{field}” is empty.</translation>
        </message>
        <message>
            <source>“{name}” is connected. Its tickets come in, the newest first.</source>
            <translation>“{name}” is connected. Its tickets come in, the newest first.</translation>
        </message>
        <message>
            <source>“{name}” works with the new settings.</source>
            <translation>“{name}” works with the new settings.</translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>This account can't do that.</source>
            <translation>This account can't do that.</translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <source>A file is still being attached.</source>
            <translation>A file is still being attached.</translation>
        </message>
        <message>
            <source>A note for colleagues only…</source>
            <translation>A note for colleagues only…</translation>
        </message>
        <message>
            <source>A number that should not be sent. Take it out, or send once more.</source>
            <translation>A number that should not be sent. Take it out, or send once more.</translation>
        </message>
        <message>
            <source>Add note</source>
            <translation>Add note</translation>
        </message>
        <message>
            <source>Add note and set a status</source>
            <translation>Add note and set a status</translation>
        </message>
        <message>
            <source>Add note and set {status}</source>
            <translation>Add note and set {status}</translation>
        </message>
        <message>
            <source>Attach</source>
            <translation>Attach</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>Attach files</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>Attachments</translation>
        </message>
        <message>
            <source>Bank account number</source>
            <translation>Bank account number</translation>
        </message>
        <message>
            <source>Card number</source>
            <translation>Card number</translation>
        </message>
        <message>
            <source>Card numbers may not be sent. Take the number out of the text.</source>
            <translation>Card numbers may not be sent. Take the number out of the text.</translation>
        </message>
        <message>
            <source>Check that it is there and that you may read it.</source>
            <translation>Check that it is there and that you may read it.</translation>
        </message>
        <message>
            <source>Choose a ticket first.</source>
            <translation>Choose a ticket first.</translation>
        </message>
        <message>
            <source>Draft not saved</source>
            <translation>Draft not saved</translation>
        </message>
        <message>
            <source>Draft saved</source>
            <translation>Draft saved</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>Internal note</translation>
        </message>
        <message>
            <source>Internal note, not seen by the customer</source>
            <translation>Internal note, not seen by the customer</translation>
        </message>
        <message>
            <source>It is being put into the outbox.</source>
            <translation>It is being put into the outbox.</translation>
        </message>
        <message>
            <source>New message arrived. Review it, then send again.</source>
            <translation>New message arrived. Review it, then send again.</translation>
        </message>
        <message>
            <source>Not queued, the text is still here</source>
            <translation>Not queued, the text is still here</translation>
        </message>
        <message>
            <source>Nothing is written yet.</source>
            <translation>Nothing is written yet.</translation>
        </message>
        <message>
            <source>Only colleagues see this.</source>
            <translation>Only colleagues see this.</translation>
        </message>
        <message>
            <source>Queuing…</source>
            <translation>Queuing…</translation>
        </message>
        <message>
            <source>Remove attachment {name}</source>
            <translation>Remove attachment {name}</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>Reply or internal note</source>
            <translation>Reply or internal note</translation>
        </message>
        <message>
            <source>Reply to the customer</source>
            <translation>Reply to the customer</translation>
        </message>
        <message>
            <source>Resident registration number</source>
            <translation>Resident registration number</translation>
        </message>
        <message>
            <source>Security code of a card</source>
            <translation>Security code of a card</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>Send a smaller file, or a link to it.</source>
            <translation>Send a smaller file, or a link to it.</translation>
        </message>
        <message>
            <source>Send and set a status</source>
            <translation>Send and set a status</translation>
        </message>
        <message>
            <source>Send and set {status}</source>
            <translation>Send and set {status}</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>Taken back.</translation>
        </message>
        <message>
            <source>The draft can't be saved: {why} It stays here as long as this window is open.</source>
            <translation>The draft can't be saved: {why} It stays here as long as this window is open.</translation>
        </message>
        <message>
            <source>The file {name} can't be read ({why}).</source>
            <translation>The file {name} can't be read ({why}).</translation>
        </message>
        <message>
            <source>The requester changed meanwhile; this reply still goes to {recipient}. Send again if that is right.</source>
            <translation>The requester changed meanwhile; this reply still goes to {recipient}. Send again if that is right.</translation>
        </message>
        <message>
            <source>This ticket can't be read right now.</source>
            <translation>This ticket can't be read right now.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Undo: take the last one back before it leaves</source>
            <translation>Undo: take the last one back before it leaves</translation>
        </message>
        <message>
            <source>Write a reply to the customer…</source>
            <translation>Write a reply to the customer…</translation>
        </message>
        <message>
            <source>pasted-image</source>
            <translation>pasted-image</translation>
        </message>
        <message>
            <source>via {channel}</source>
            <translation>via {channel}</translation>
        </message>
        <message>
            <source>via {channel} to {recipient}</source>
            <translation>via {channel} to {recipient}</translation>
        </message>
        <message>
            <source>{name} has {size}; this account takes at most {cap} for one attachment.</source>
            <translation>{name} has {size}; this account takes at most {cap} for one attachment.</translation>
        </message>
        <message>
            <source>{what} {number} in line {line}</source>
            <translation>{what} {number} in line {line}</translation>
        </message>
    </context>
    <context>
        <name>Connectors</name>
        <message>
            <source>A ticket custom field for several free values.</source>
            <translation>A ticket custom field for several free values.</translation>
        </message>
        <message>
            <source>A token is made in RT under Settings, Auth Tokens, and can be withdrawn without changing the password.</source>
            <translation>A token is made in RT under Settings, Auth Tokens, and can be withdrawn without changing the password.</translation>
        </message>
        <message>
            <source>As RT's MaxAttachmentSize.</source>
            <translation>As RT's MaxAttachmentSize.</translation>
        </message>
        <message>
            <source>Custom field that holds tags</source>
            <translation>Custom field that holds tags</translation>
        </message>
        <message>
            <source>Embedded desk</source>
            <translation>Embedded desk</translation>
        </message>
        <message>
            <source>Folder of the desk</source>
            <translation>Folder of the desk</translation>
        </message>
        <message>
            <source>How customers and colleagues see you. Empty: the desk's owner.</source>
            <translation>How customers and colleagues see you. Empty: the desk's owner.</translation>
        </message>
        <message>
            <source>Largest attachment (MB)</source>
            <translation>Largest attachment (MB)</translation>
        </message>
        <message>
            <source>Names of RT queues, separated by commas. Empty follows all that are visible.</source>
            <translation>Names of RT queues, separated by commas. Empty follows all that are visible.</translation>
        </message>
        <message>
            <source>Names one agent of the desk. Empty: the desk's owner.</source>
            <translation>Names one agent of the desk. Empty: the desk's owner.</translation>
        </message>
        <message>
            <source>Needed with a password only; a token names its user itself.</source>
            <translation>Needed with a password only; a token names its user itself.</translation>
        </message>
        <message>
            <source>On a disk of this computer, not a network’s. Empty: in the base directory.</source>
            <translation>On a disk of this computer, not a network’s. Empty: in the base directory.</translation>
        </message>
        <message>
            <source>Queues to follow</source>
            <translation>Queues to follow</translation>
        </message>
        <message>
            <source>Request Tracker 5</source>
            <translation>Request Tracker 5</translation>
        </message>
        <message>
            <source>Sign in with</source>
            <translation>Sign in with</translation>
        </message>
        <message>
            <source>Statuses of your own</source>
            <translation>Statuses of your own</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>User name</translation>
        </message>
        <message>
            <source>Where a lifecycle has words of its own: word=new|open|pending|on_hold|solved|closed, separated by commas.</source>
            <translation>Where a lifecycle has words of its own: word=new|open|pending|on_hold|solved|closed, separated by commas.</translation>
        </message>
        <message>
            <source>Your email address</source>
            <translation>Your email address</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Your name</translation>
        </message>
        <message>
            <source>password</source>
            <translation>password</translation>
        </message>
        <message>
            <source>token</source>
            <translation>token</translation>
        </message>
    </context>
    <context>
        <name>ContactPane</name>
        <message>
            <source>(no subject)</source>
            <translation>(no subject)</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>Company</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Copied.</translation>
        </message>
        <message>
            <source>Copy {value}</source>
            <translation>Copy {value}</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Customer note</source>
            <translation>Customer note</translation>
        </message>
        <message>
            <source>Earlier tickets</source>
            <translation>Earlier tickets</translation>
        </message>
        <message>
            <source>No contact points known.</source>
            <translation>No contact points known.</translation>
        </message>
        <message>
            <source>No customer is known.</source>
            <translation>No customer is known.</translation>
        </message>
        <message>
            <source>Press to copy</source>
            <translation>Press to copy</translation>
        </message>
        <message>
            <source>This is the first one.</source>
            <translation>This is the first one.</translation>
        </message>
        <message>
            <source>Unknown customer</source>
            <translation>Unknown customer</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message>
            <source>since {year}</source>
            <translation>since {year}</translation>
        </message>
        <message>
            <source>{city}, {time} local time</source>
            <translation>{city}, {time} local time</translation>
        </message>
    </context>
    <context>
        <name>Conversation</name>
        <message numerus="yes">
            <source>%n new messages below</source>
            <translation>
                <numerusform>%n new message below</numerusform>
                <numerusform>%n new messages below</numerusform>
            </translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Choose a ticket to read its conversation.</source>
            <translation>Choose a ticket to read its conversation.</translation>
        </message>
        <message>
            <source>Conversation</source>
            <translation>Conversation</translation>
        </message>
        <message>
            <source>Copy address</source>
            <translation>Copy address</translation>
        </message>
        <message>
            <source>Copy message</source>
            <translation>Copy message</translation>
        </message>
        <message>
            <source>Copy selected text</source>
            <translation>Copy selected text</translation>
        </message>
        <message>
            <source>Copy {target}</source>
            <translation>Copy {target}</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>Download</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>Internal note</translation>
        </message>
        <message>
            <source>It was sent</source>
            <translation>It was sent</translation>
        </message>
        <message>
            <source>Kept on this computer only</source>
            <translation>Kept on this computer only</translation>
        </message>
        <message>
            <source>Not sure it was sent, looking for it at the server</source>
            <translation>Not sure it was sent, looking for it at the server</translation>
        </message>
        <message>
            <source>Not sure it was sent, please decide</source>
            <translation>Not sure it was sent, please decide</translation>
        </message>
        <message>
            <source>Nothing has been written here yet.</source>
            <translation>Nothing has been written here yet.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Open link</source>
            <translation>Open link</translation>
        </message>
        <message>
            <source>Open {target}</source>
            <translation>Open {target}</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Retry</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Save as…</translation>
        </message>
        <message>
            <source>Save attachment</source>
            <translation>Save attachment</translation>
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation>Saved as {name}.</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Send again</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>Sending…</translation>
        </message>
        <message numerus="yes">
            <source>Sends in %n s</source>
            <translation>
                <numerusform>Sends in %n s</numerusform>
                <numerusform>Sends in %n s</numerusform>
            </translation>
        </message>
        <message>
            <source>Show or hide the quoted text</source>
            <translation>Show or hide the quoted text</translation>
        </message>
        <message>
            <source>Shown as plain text: its formatting is too complex.</source>
            <translation>Shown as plain text: its formatting is too complex.</translation>
        </message>
        <message>
            <source>The messages of this ticket are on their way.</source>
            <translation>The messages of this ticket are on their way.</translation>
        </message>
        <message>
            <source>This conversation can't be read right now.</source>
            <translation>This conversation can't be read right now.</translation>
        </message>
        <message>
            <source>This link can't be opened: only web, mail and phone links can.</source>
            <translation>This link can't be opened: only web, mail and phone links can.</translation>
        </message>
        <message>
            <source>This link leads to {host}.</source>
            <translation>This link leads to {host}.</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Yesterday</translation>
        </message>
        <message>
            <source>You</source>
            <translation>You</translation>
        </message>
        <message>
            <source>assigned to {new}</source>
            <translation>assigned to {new}</translation>
        </message>
        <message>
            <source>attachment {name}</source>
            <translation>attachment {name}</translation>
        </message>
        <message>
            <source>dddd d MMMM</source>
            <translation>dddd d MMMM</translation>
        </message>
        <message>
            <source>dddd d MMMM yyyy</source>
            <translation>dddd d MMMM yyyy</translation>
        </message>
        <message>
            <source>internal note</source>
            <translation>internal note</translation>
        </message>
        <message>
            <source>merged: {old} into {new}</source>
            <translation>merged: {old} into {new}</translation>
        </message>
        <message>
            <source>message</source>
            <translation>message</translation>
        </message>
        <message>
            <source>moved to {new}</source>
            <translation>moved to {new}</translation>
        </message>
        <message>
            <source>no longer assigned</source>
            <translation>no longer assigned</translation>
        </message>
        <message>
            <source>priority {new}</source>
            <translation>priority {new}</translation>
        </message>
        <message>
            <source>status {new}</source>
            <translation>status {new}</translation>
        </message>
        <message>
            <source>subject “{new}”</source>
            <translation>subject “{new}”</translation>
        </message>
        <message>
            <source>tag “{tag}” added</source>
            <translation>tag “{tag}” added</translation>
        </message>
        <message>
            <source>tag “{tag}” removed</source>
            <translation>tag “{tag}” removed</translation>
        </message>
        <message>
            <source>ticket created</source>
            <translation>ticket created</translation>
        </message>
        <message>
            <source>{field}: {new}</source>
            <translation>{field}: {new}</translation>
        </message>
        <message>
            <source>{field}: {old} removed</source>
            <translation>{field}: {old} removed</translation>
        </message>
        <message>
            <source>{who} are typing…</source>
            <translation>{who} are typing…</translation>
        </message>
        <message>
            <source>{who} is typing…</source>
            <translation>{who} is typing…</translation>
        </message>
        <message>
            <source>{who} is writing a reply…</source>
            <translation>{who} is writing a reply…</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Close this notice</source>
            <translation>Close this notice</translation>
        </message>
        <message>
            <source>Something went wrong inside Workspace ({kind}). The log has the details.</source>
            <translation>Something went wrong inside Workspace ({kind}). The log has the details.</translation>
        </message>
    </context>
    <context>
        <name>Outbox</name>
        <message>
            <source>Drop the change</source>
            <translation>Drop the change</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>It was sent</source>
            <translation>It was sent</translation>
        </message>
        <message>
            <source>Nothing waits: all that you wrote was sent.</source>
            <translation>Nothing waits: all that you wrote was sent.</translation>
        </message>
        <message>
            <source>Open ticket</source>
            <translation>Open ticket</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>Outbox</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Retry</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Send again</translation>
        </message>
        <message>
            <source>Was it sent?</source>
            <translation>Was it sent?</translation>
        </message>
    </context>
    <context>
        <name>Problems</name>
        <message>
            <source>A file on this computer can't be read or written. Check that there is room on the disk.</source>
            <translation>A file on this computer can't be read or written. Check that there is room on the disk.</translation>
        </message>
        <message>
            <source>It is not sure whether it was sent. It is not sent twice by itself.</source>
            <translation>It is not sure whether it was sent. It is not sent twice by itself.</translation>
        </message>
        <message>
            <source>It no longer exists at the server.</source>
            <translation>It no longer exists at the server.</translation>
        </message>
        <message>
            <source>So much would be deleted that it looks like a fault. Check at the server, then go on or wait.</source>
            <translation>So much would be deleted that it looks like a fault. Check at the server, then go on or wait.</translation>
        </message>
        <message>
            <source>Synchronisation is not running just now. It is started again by itself; try again in a moment.</source>
            <translation>Synchronisation is not running just now. It is started again by itself; try again in a moment.</translation>
        </message>
        <message>
            <source>The account is paused. Let it go on to synchronise and send.</source>
            <translation>The account is paused. Let it go on to synchronise and send.</translation>
        </message>
        <message>
            <source>The connector of this account has a fault, so the account is paused. Report it to the connector's author.</source>
            <translation>The connector of this account has a fault, so the account is paused. Report it to the connector's author.</translation>
        </message>
        <message>
            <source>The data was written by a newer Workspace. Start the newer version.</source>
            <translation>The data was written by a newer Workspace. Start the newer version.</translation>
        </message>
        <message>
            <source>The encryption of this installation does not work, so nothing is opened. Install Workspace again.</source>
            <translation>The encryption of this installation does not work, so nothing is opened. Install Workspace again.</translation>
        </message>
        <message>
            <source>The key to your data can't be read. Nothing was changed.</source>
            <translation>The key to your data can't be read. Nothing was changed.</translation>
        </message>
        <message>
            <source>The server asks for a pause. Nothing to do: it goes on by itself.</source>
            <translation>The server asks for a pause. Nothing to do: it goes on by itself.</translation>
        </message>
        <message>
            <source>The server can't be reached. Nothing to do: it is tried again by itself.</source>
            <translation>The server can't be reached. Nothing to do: it is tried again by itself.</translation>
        </message>
        <message>
            <source>The server said no. Change it, then send again.</source>
            <translation>The server said no. Change it, then send again.</translation>
        </message>
        <message>
            <source>The server's answer makes no sense. Check the address of the account, and any sign-in page in between.</source>
            <translation>The server's answer makes no sense. Check the address of the account, and any sign-in page in between.</translation>
        </message>
        <message>
            <source>The sign-in was refused. Enter the password or token of the account again.</source>
            <translation>The sign-in was refused. Enter the password or token of the account again.</translation>
        </message>
        <message>
            <source>The ticket changed meanwhile. Look at what changed, then send again or drop it.</source>
            <translation>The ticket changed meanwhile. Look at what changed, then send again or drop it.</translation>
        </message>
        <message>
            <source>This is not the passphrase. Try it again; mind the keyboard's language and capitals.</source>
            <translation>This is not the passphrase. Try it again; mind the keyboard's language and capitals.</translation>
        </message>
        <message>
            <source>This is not the recovery code. Compare it with what you wrote down; only the newest one counts.</source>
            <translation>This is not the recovery code. Compare it with what you wrote down; only the newest one counts.</translation>
        </message>
        <message>
            <source>This ticket system or channel can't do that.</source>
            <translation>This ticket system or channel can't do that.</translation>
        </message>
        <message>
            <source>You are not allowed to do this. Ask an administrator for the right.</source>
            <translation>You are not allowed to do this. Ask an administrator for the right.</translation>
        </message>
    </context>
    <context>
        <name>Queues</name>
        <message>
            <source>Accounts</source>
            <translation>Accounts</translation>
        </message>
        <message>
            <source>All open</source>
            <translation>All open</translation>
        </message>
        <message>
            <source>All tickets</source>
            <translation>All tickets</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Channels</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>Queues</source>
            <translation>Queues</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>Teams</translation>
        </message>
        <message>
            <source>Unassigned</source>
            <translation>Unassigned</translation>
        </message>
        <message numerus="yes">
            <source>{queue}, %n tickets</source>
            <translation>
                <numerusform>{queue}, %n ticket</numerusform>
                <numerusform>{queue}, %n tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>{section}, folded</source>
            <translation>{section}, folded</translation>
        </message>
        <message>
            <source>{section}, unfolded</source>
            <translation>{section}, unfolded</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n found</numerusform>
                <numerusform>%n found</numerusform>
            </translation>
        </message>
        <message>
            <source>Filters: {filters}. Enter opens, Esc closes.</source>
            <translation>Filters: {filters}. Enter opens, Esc closes.</translation>
        </message>
        <message>
            <source>Nothing found in what is on this computer.</source>
            <translation>Nothing found in what is on this computer.</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Results</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Search tickets and messages</source>
            <translation>Search tickets and messages</translation>
        </message>
        <message>
            <source>The newest matches; narrow the search to reach older ones.</source>
            <translation>The newest matches; narrow the search to reach older ones.</translation>
        </message>
        <message>
            <source>activity</source>
            <translation>activity</translation>
        </message>
        <message>
            <source>internal note</source>
            <translation>internal note</translation>
        </message>
        <message>
            <source>message</source>
            <translation>message</translation>
        </message>
        <message>
            <source>ticket</source>
            <translation>ticket</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message numerus="yes">
            <source>%n seconds</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Accounts</translation>
        </message>
        <message>
            <source>Another language shows the next time Workspace starts.</source>
            <translation>Another language shows the next time Workspace starts.</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>Ask before sending</source>
            <translation>Ask before sending</translation>
        </message>
        <message>
            <source>Card numbers in a reply</source>
            <translation>Card numbers in a reply</translation>
        </message>
        <message>
            <source>Ctrl+Enter; Enter breaks the line</source>
            <translation>Ctrl+Enter; Enter breaks the line</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Enter; Shift+Enter breaks the line</source>
            <translation>Enter; Shift+Enter breaks the line</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Make a recovery code</source>
            <translation>Make a recovery code</translation>
        </message>
        <message>
            <source>Never send</source>
            <translation>Never send</translation>
        </message>
        <message>
            <source>Recovery</source>
            <translation>Recovery</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>Send with</source>
            <translation>Send with</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>Size of text</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Theme</translation>
        </message>
        <message>
            <source>Time to take a reply back</source>
            <translation>Time to take a reply back</translation>
        </message>
        <message>
            <source>What Workspace keeps is encrypted with a key that the keyring of this system or your passphrase holds. If that is lost, a recovery code opens it again. Write the code down and keep it apart from this computer. A new code replaces the old one.</source>
            <translation>What Workspace keeps is encrypted with a key that the keyring of this system or your passphrase holds. If that is lost, a recovery code opens it again. Write the code down and keep it apart from this computer. A new code replaces the old one.</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Writing</translation>
        </message>
        <message>
            <source>send at once</source>
            <translation>send at once</translation>
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Keyboard shortcuts</translation>
        </message>
        <message>
            <source>Single letters work while no text field has the focus.</source>
            <translation>Single letters work while no text field has the focus.</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>Accounts</source>
            <translation>Accounts</translation>
        </message>
        <message>
            <source>Accounts and outbox</source>
            <translation>Accounts and outbox</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>Outbox</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message numerus="yes">
            <source>%n accounts in step, {when}</source>
            <translation>
                <numerusform>%n account in step, {when}</numerusform>
                <numerusform>%n accounts in step, {when}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n accounts need attention</source>
            <translation>
                <numerusform>%n account needs attention</numerusform>
                <numerusform>%n accounts need attention</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n accounts offline, last in step: {when}</source>
            <translation>
                <numerusform>%n account offline, last in step: {when}</numerusform>
                <numerusform>%n accounts offline, last in step: {when}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not sent</source>
            <translation>
                <numerusform>%n not sent</numerusform>
                <numerusform>%n not sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting to be sent</source>
            <translation>
                <numerusform>%n waiting to be sent</numerusform>
                <numerusform>%n waiting to be sent</numerusform>
            </translation>
        </message>
        <message>
            <source>All accounts paused</source>
            <translation>All accounts paused</translation>
        </message>
        <message numerus="yes">
            <source>First synchronisation: %n tickets</source>
            <translation>
                <numerusform>First synchronisation: %n ticket</numerusform>
                <numerusform>First synchronisation: %n tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>First synchronisation: {percent} %</source>
            <translation>First synchronisation: {percent} %</translation>
        </message>
        <message>
            <source>No account yet</source>
            <translation>No account yet</translation>
        </message>
        <message>
            <source>Starting synchronisation…</source>
            <translation>Starting synchronisation…</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Synchronisation stopped</source>
            <translation>Synchronisation stopped</translation>
        </message>
        <message>
            <source>never</source>
            <translation>never</translation>
        </message>
        <message>
            <source>{keys} shortcuts</source>
            <translation>{keys} shortcuts</translation>
        </message>
        <message>
            <source>{text}. Opens details</source>
            <translation>{text}. Opens details</translation>
        </message>
    </context>
    <context>
        <name>TicketActions</name>
        <message>
            <source>Solved: {subject}</source>
            <translation>Solved: {subject}</translation>
        </message>
        <message>
            <source>This ticket is solved already.</source>
            <translation>This ticket is solved already.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>TicketHeader</name>
        <message>
            <source>(no subject)</source>
            <translation>(no subject)</translation>
        </message>
        <message>
            <source>Add a tag</source>
            <translation>Add a tag</translation>
        </message>
        <message>
            <source>Also here: {who}</source>
            <translation>Also here: {who}</translation>
        </message>
        <message>
            <source>Assignee {who}</source>
            <translation>Assignee {who}</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Fields</translation>
        </message>
        <message>
            <source>Me ({name})</source>
            <translation>Me ({name})</translation>
        </message>
        <message>
            <source>New tag</source>
            <translation>New tag</translation>
        </message>
        <message>
            <source>No priority</source>
            <translation>No priority</translation>
        </message>
        <message>
            <source>No team</source>
            <translation>No team</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Nobody</translation>
        </message>
        <message>
            <source>Priority {priority}</source>
            <translation>Priority {priority}</translation>
        </message>
        <message>
            <source>Remove tag {tag}</source>
            <translation>Remove tag {tag}</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Show and change fields</source>
            <translation>Show and change fields</translation>
        </message>
        <message>
            <source>Status {status}</source>
            <translation>Status {status}</translation>
        </message>
        <message>
            <source>Team {team}</source>
            <translation>Team {team}</translation>
        </message>
        <message>
            <source>Unassigned</source>
            <translation>Unassigned</translation>
        </message>
        <message>
            <source>several, separated by commas</source>
            <translation>several, separated by commas</translation>
        </message>
        <message>
            <source>tag</source>
            <translation>tag</translation>
        </message>
    </context>
    <context>
        <name>TicketList</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h</source>
            <translation>
                <numerusform>%n h</numerusform>
                <numerusform>%n h</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tickets</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>(no subject)</source>
            <translation>(no subject)</translation>
        </message>
        <message>
            <source>Changed meanwhile</source>
            <translation>Changed meanwhile</translation>
        </message>
        <message>
            <source>Draft: {text}</source>
            <translation>Draft: {text}</translation>
        </message>
        <message>
            <source>Due in {time}</source>
            <translation>Due in {time}</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Newest first</translation>
        </message>
        <message>
            <source>Next due</source>
            <translation>Next due</translation>
        </message>
        <message>
            <source>No ticket is in this queue right now. New ones appear by themselves.</source>
            <translation>No ticket is in this queue right now. New ones appear by themselves.</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>Not sent</translation>
        </message>
        <message>
            <source>Not sure it was sent</source>
            <translation>Not sure it was sent</translation>
        </message>
        <message>
            <source>Note: {text}</source>
            <translation>Note: {text}</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>Nothing here</translation>
        </message>
        <message>
            <source>Order: {order}</source>
            <translation>Order: {order}</translation>
        </message>
        <message>
            <source>Overdue {time}</source>
            <translation>Overdue {time}</translation>
        </message>
        <message>
            <source>Queued, sends when online</source>
            <translation>Queued, sends when online</translation>
        </message>
        <message>
            <source>Reply: {text}</source>
            <translation>Reply: {text}</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>Search everything</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Sending</translation>
        </message>
        <message>
            <source>Show what is new</source>
            <translation>Show what is new</translation>
        </message>
        <message>
            <source>The first synchronisation is under way; the newest come first.</source>
            <translation>The first synchronisation is under way; the newest come first.</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>Tickets are on their way</source>
            <translation>Tickets are on their way</translation>
        </message>
        <message>
            <source>Tickets in {queue}</source>
            <translation>Tickets in {queue}</translation>
        </message>
        <message>
            <source>Unknown sender</source>
            <translation>Unknown sender</translation>
        </message>
        <message>
            <source>Waiting longest</source>
            <translation>Waiting longest</translation>
        </message>
        <message>
            <source>waits for us</source>
            <translation>waits for us</translation>
        </message>
    </context>
    <context>
        <name>Unlock</name>
        <message numerus="yes">
            <source>At least %n characters; several words are best.</source>
            <translation>
                <numerusform>At least one character; several words are best.</numerusform>
                <numerusform>At least %n characters; several words are best.</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a passphrase</source>
            <translation>Choose a passphrase</translation>
        </message>
        <message>
            <source>Enter your passphrase</source>
            <translation>Enter your passphrase</translation>
        </message>
        <message>
            <source>It opens the tickets, drafts and passwords kept on this computer.</source>
            <translation>It opens the tickets, drafts and passwords kept on this computer.</translation>
        </message>
        <message>
            <source>No keyring runs here that could keep the key for the next start. Choose a passphrase; from now on it opens what Workspace keeps on this computer.</source>
            <translation>No keyring runs here that could keep the key for the next start. Choose a passphrase; from now on it opens what Workspace keeps on this computer.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>The code is right</source>
            <translation>The code is right</translation>
        </message>
        <message>
            <source>The same passphrase again</source>
            <translation>The same passphrase again</translation>
        </message>
        <message>
            <source>The two are not the same.</source>
            <translation>The two are not the same.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>Use the code</source>
            <translation>Use the code</translation>
        </message>
        <message>
            <source>Use this passphrase</source>
            <translation>Use this passphrase</translation>
        </message>
        <message>
            <source>Workspace encrypts tickets, drafts and passwords on this computer. This system offers no keyring for the key, so a passphrase locks it; you are asked for it at each start. A recovery code follows, for when the passphrase is forgotten.</source>
            <translation>Workspace encrypts tickets, drafts and passwords on this computer. This system offers no keyring for the key, so a passphrase locks it; you are asked for it at each start. A recovery code follows, for when the passphrase is forgotten.</translation>
        </message>
        <message>
            <source>Your data can't be unlocked</source>
            <translation>Your data can't be unlocked</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Connect an account…</source>
            <translation>Connect an account…</translation>
        </message>
        <message>
            <source>Connect the ticket system you work with, or look around first with sample data. What you read and write stays encrypted on this computer.</source>
            <translation>Connect the ticket system you work with, or look around first with sample data. What you read and write stays encrypted on this computer.</translation>
        </message>
        <message>
            <source>The window with sample data opens beside this one in a moment.</source>
            <translation>The window with sample data opens beside this one in a moment.</translation>
        </message>
        <message>
            <source>Try it with sample data</source>
            <translation>Try it with sample data</translation>
        </message>
        <message>
            <source>Welcome to Workspace</source>
            <translation>Welcome to Workspace</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message numerus="yes">
            <source>%n not sent</source>
            <translation>
                <numerusform>%n not sent</numerusform>
                <numerusform>%n not sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting to be sent</source>
            <translation>
                <numerusform>%n waiting to be sent</numerusform>
                <numerusform>%n waiting to be sent</numerusform>
            </translation>
        </message>
        <message>
            <source>Accounts and outbox</source>
            <translation>Accounts and outbox</translation>
        </message>
        <message>
            <source>Choose one in the list, or press {keys} to search everything.</source>
            <translation>Choose one in the list, or press {keys} to search everything.</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Keyboard shortcuts</translation>
        </message>
        <message>
            <source>Make a recovery code</source>
            <translation>Make a recovery code</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>No ticket chosen</source>
            <translation>No ticket chosen</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Places</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>Search everything</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Start it again</source>
            <translation>Start it again</translation>
        </message>
        <message>
            <source>Synchronisation ended five times in a row and is not started again by itself. You can go on reading and writing; what you send waits in the outbox.</source>
            <translation>Synchronisation ended five times in a row and is not started again by itself. You can go on reading and writing; what you send waits in the outbox.</translation>
        </message>
        <message>
            <source>There is no recovery code yet. If the keyring of this system is lost or the passphrase forgotten, nothing else opens what Workspace keeps here.</source>
            <translation>There is no recovery code yet. If the keyring of this system is lost or the passphrase forgotten, nothing else opens what Workspace keeps here.</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>Tickets</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message numerus="yes">
            <source>%n h</source>
            <translation>
                <numerusform>%n h</numerusform>
                <numerusform>%n h</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message>
            <source>Change of fields</source>
            <translation>Change of fields</translation>
        </message>
        <message>
            <source>Changed meanwhile</source>
            <translation>Changed meanwhile</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>Delivered</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>Email</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>Internal note</translation>
        </message>
        <message>
            <source>KakaoTalk</source>
            <translation>KakaoTalk</translation>
        </message>
        <message>
            <source>New</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>Not sent</translation>
        </message>
        <message>
            <source>Not sure it was sent</source>
            <translation>Not sure it was sent</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>On hold</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>Pending</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Queued</source>
            <translation>Queued</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Read</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>SMS</source>
            <translation>SMS</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Sending</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>Solved</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>Taken back</translation>
        </message>
        <message>
            <source>Web chat</source>
            <translation>Web chat</translation>
        </message>
        <message>
            <source>d MMM</source>
            <translation>d MMM</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>d MMM yyyy</translation>
        </message>
        <message>
            <source>dddd d MMMM</source>
            <translation>dddd d MMMM</translation>
        </message>
        <message>
            <source>now</source>
            <translation>now</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>yesterday</translation>
        </message>
    </context>
</TS>
