<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Accounts</name>
        <message numerus="yes">
            <source>%n notes that are kept only on this computer are lost with it.</source>
            <translation>
                <numerusform>%n note that is kept only on this computer is lost with it.</numerusform>
                <numerusform>%n notes that are kept only on this computer are lost with it.</numerusform>
            </translation>
        </message>
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
            <source>This computer's clock is {time} ahead of the server's. Ages and deadlines are reckoned by the server's.</source>
            <translation>This computer's clock is {time} ahead of the server's. Ages and deadlines are reckoned by the server's.</translation>
        </message>
        <message>
            <source>This computer's clock is {time} behind the server's. Ages and deadlines are reckoned by the server's.</source>
            <translation>This computer's clock is {time} behind the server's. Ages and deadlines are reckoned by the server's.</translation>
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
            <source>A macro while writing</source>
            <translation>A macro while writing</translation>
        </message>
        <message>
            <source>Accounts and outbox</source>
            <translation>Accounts and outbox</translation>
        </message>
        <message>
            <source>Add a tag</source>
            <translation>Add a tag</translation>
        </message>
        <message>
            <source>Apply a macro…</source>
            <translation>Apply a macro…</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>Assign</translation>
        </message>
        <message>
            <source>Bold</source>
            <translation>Bold</translation>
        </message>
        <message>
            <source>Choose none</source>
            <translation>Choose none</translation>
        </message>
        <message>
            <source>Choose several by arrows</source>
            <translation>Choose several by arrows</translation>
        </message>
        <message>
            <source>Choose the whole queue</source>
            <translation>Choose the whole queue</translation>
        </message>
        <message>
            <source>Choose with others</source>
            <translation>Choose with others</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>Claim</translation>
        </message>
        <message>
            <source>Close the tab</source>
            <translation>Close the tab</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Connect an account…</source>
            <translation>Connect an account…</translation>
        </message>
        <message>
            <source>Copy or print the conversation</source>
            <translation>Copy or print the conversation</translation>
        </message>
        <message>
            <source>Copy the ticket's link</source>
            <translation>Copy the ticket's link</translation>
        </message>
        <message>
            <source>Debugging view</source>
            <translation>Debugging view</translation>
        </message>
        <message>
            <source>Delete the chosen queue of your own</source>
            <translation>Delete the chosen queue of your own</translation>
        </message>
        <message>
            <source>Earlier versions of this draft</source>
            <translation>Earlier versions of this draft</translation>
        </message>
        <message>
            <source>Edit macros…</source>
            <translation>Edit macros…</translation>
        </message>
        <message>
            <source>Edit the chosen queue of your own</source>
            <translation>Edit the chosen queue of your own</translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation>Emoji</translation>
        </message>
        <message>
            <source>Find and go</source>
            <translation>Find and go</translation>
        </message>
        <message>
            <source>Find in the conversation</source>
            <translation>Find in the conversation</translation>
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
            <source>Italic</source>
            <translation>Italic</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Keyboard shortcuts</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>List</source>
            <translation>List</translation>
        </message>
        <message>
            <source>Move the queue down</source>
            <translation>Move the queue down</translation>
        </message>
        <message>
            <source>Move the queue up</source>
            <translation>Move the queue up</translation>
        </message>
        <message>
            <source>New queue…</source>
            <translation>New queue…</translation>
        </message>
        <message>
            <source>Next filter of the conversation</source>
            <translation>Next filter of the conversation</translation>
        </message>
        <message>
            <source>Next match</source>
            <translation>Next match</translation>
        </message>
        <message>
            <source>Next tab</source>
            <translation>Next tab</translation>
        </message>
        <message>
            <source>Next ticket</source>
            <translation>Next ticket</translation>
        </message>
        <message>
            <source>Numbered list</source>
            <translation>Numbered list</translation>
        </message>
        <message>
            <source>Open the chosen ticket</source>
            <translation>Open the chosen ticket</translation>
        </message>
        <message>
            <source>Open this ticket in a tab</source>
            <translation>Open this ticket in a tab</translation>
        </message>
        <message>
            <source>Paste as plain text</source>
            <translation>Paste as plain text</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Preview</translation>
        </message>
        <message>
            <source>Previous match</source>
            <translation>Previous match</translation>
        </message>
        <message>
            <source>Previous tab</source>
            <translation>Previous tab</translation>
        </message>
        <message>
            <source>Previous ticket</source>
            <translation>Previous ticket</translation>
        </message>
        <message>
            <source>Put the mention aside</source>
            <translation>Put the mention aside</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>Quote</translation>
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
            <source>Send later…</source>
            <translation>Send later…</translation>
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
            <source>Snooze</source>
            <translation>Snooze</translation>
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
            <source>Ticket in its own window</source>
            <translation>Ticket in its own window</translation>
        </message>
        <message>
            <source>Two tickets side by side</source>
            <translation>Two tickets side by side</translation>
        </message>
        <message>
            <source>Undo the last change</source>
            <translation>Undo the last change</translation>
        </message>
        <message>
            <source>What can be done to the ticket</source>
            <translation>What can be done to the ticket</translation>
        </message>
        <message>
            <source>What is new since you looked</source>
            <translation>What is new since you looked</translation>
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
            <source>The server can't be reached. Check the address, and the connection of this computer.</source>
            <translation>The server can't be reached. Check the address, and the connection of this computer.</translation>
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
        <name>Bulk</name>
        <message numerus="yes">
            <source>%n done</source>
            <translation>
                <numerusform>%n done</numerusform>
                <numerusform>%n done</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not changed</source>
            <translation>
                <numerusform>%n not changed</numerusform>
                <numerusform>%n not changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n on their way</source>
            <translation>
                <numerusform>%n on its way</numerusform>
                <numerusform>%n on their way</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A change has %n tickets still to come to.</source>
            <translation>
                <numerusform>A change has %n ticket still to come to.</numerusform>
                <numerusform>A change has %n tickets still to come to.</numerusform>
            </translation>
        </message>
        <message>
            <source>A change is under way</source>
            <translation>A change is under way</translation>
        </message>
        <message numerus="yes">
            <source>A macro can be applied to %n tickets at once at most, for each gets words of its own: choose fewer.</source>
            <translation>
                <numerusform>A macro can be applied to %n ticket at once at most, for each gets words of its own: choose fewer.</numerusform>
                <numerusform>A macro can be applied to %n tickets at once at most, for each gets words of its own: choose fewer.</numerusform>
            </translation>
        </message>
        <message>
            <source>Assigned to {who}</source>
            <translation>Assigned to {who}</translation>
        </message>
        <message numerus="yes">
            <source>At most %n tickets can be changed at once, for the way back of each is kept in memory: choose fewer.</source>
            <translation>
                <numerusform>At most %n ticket can be changed at once, for the way back of each is kept in memory: choose fewer.</numerusform>
                <numerusform>At most %n tickets can be changed at once, for the way back of each is kept in memory: choose fewer.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>At most %n tickets can be snoozed at once, for each list that is read looks at all of them: choose fewer.</source>
            <translation>
                <numerusform>At most %n ticket can be snoozed at once, for each list that is read looks at all of them: choose fewer.</numerusform>
                <numerusform>At most %n tickets can be snoozed at once, for each list that is read looks at all of them: choose fewer.</numerusform>
            </translation>
        </message>
        <message>
            <source>Claimed</source>
            <translation>Claimed</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Close all the same</source>
            <translation>Close all the same</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>Given back</translation>
        </message>
        <message>
            <source>It goes on only while the window is open. What lies in the outbox goes out all the same; the other tickets stay as they are.</source>
            <translation>It goes on only while the window is open. What lies in the outbox goes out all the same; the other tickets stay as they are.</translation>
        </message>
        <message>
            <source>It isn't known yet who you are at this account.</source>
            <translation>It isn't known yet who you are at this account.</translation>
        </message>
        <message>
            <source>Leave all as they are</source>
            <translation>Leave all as they are</translation>
        </message>
        <message>
            <source>Leave as it is</source>
            <translation>Leave as it is</translation>
        </message>
        <message numerus="yes">
            <source>Mention put aside: %n tickets</source>
            <translation>
                <numerusform>Mention put aside: %n ticket</numerusform>
                <numerusform>Mention put aside: %n tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>Moved to {team}</source>
            <translation>Moved to {team}</translation>
        </message>
        <message>
            <source>Nobody waits for your word here.</source>
            <translation>Nobody waits for your word here.</translation>
        </message>
        <message numerus="yes">
            <source>Not changed: %n of {all} tickets</source>
            <translation>
                <numerusform>Not changed: %n of {all} tickets</numerusform>
                <numerusform>Not changed: %n of {all} tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>Not changed: {why}</source>
            <translation>Not changed: {why}</translation>
        </message>
        <message>
            <source>Not claimed: {why}</source>
            <translation>Not claimed: {why}</translation>
        </message>
        <message>
            <source>Not possible</source>
            <translation>Not possible</translation>
        </message>
        <message>
            <source>Nothing here waits for your decision.</source>
            <translation>Nothing here waits for your decision.</translation>
        </message>
        <message>
            <source>Nothing here would be better for another try.</source>
            <translation>Nothing here would be better for another try.</translation>
        </message>
        <message>
            <source>Open ticket</source>
            <translation>Open ticket</translation>
        </message>
        <message>
            <source>Priority {priority}</source>
            <translation>Priority {priority}</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Retry</translation>
        </message>
        <message>
            <source>Retry all</source>
            <translation>Retry all</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Snoozed until the customer writes</source>
            <translation>Snoozed until the customer writes</translation>
        </message>
        <message>
            <source>Snoozed until {time}</source>
            <translation>Snoozed until {time}</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>Solved</translation>
        </message>
        <message>
            <source>Status {status}</source>
            <translation>Status {status}</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Stay</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message numerus="yes">
            <source>Stopped. {what}: %n tickets</source>
            <translation>
                <numerusform>Stopped. {what}: %n ticket</numerusform>
                <numerusform>Stopped. {what}: %n tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>Tag {tag} removed</source>
            <translation>Tag {tag} removed</translation>
        </message>
        <message>
            <source>Tagged {tag}</source>
            <translation>Tagged {tag}</translation>
        </message>
        <message numerus="yes">
            <source>Taken back: %n tickets</source>
            <translation>
                <numerusform>Taken back: %n ticket</numerusform>
                <numerusform>Taken back: %n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Taken back: {back}. Sent before: %n.</source>
            <translation>
                <numerusform>Taken back: {back}. Sent before: %n.</numerusform>
                <numerusform>Taken back: {back}. Sent before: %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Taken back: {done} of %n tickets</source>
            <translation>
                <numerusform>Taken back: {done} of %n ticket</numerusform>
                <numerusform>Taken back: {done} of %n tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>Taken over from {who}</source>
            <translation>Taken over from {who}</translation>
        </message>
        <message>
            <source>The account {name} doesn't have it.</source>
            <translation>The account {name} doesn't have it.</translation>
        </message>
        <message>
            <source>The rest follows as the backend takes it, while the window is open.</source>
            <translation>The rest follows as the backend takes it, while the window is open.</translation>
        </message>
        <message>
            <source>The rest waits until you decide about those that were not changed.</source>
            <translation>The rest waits until you decide about those that were not changed.</translation>
        </message>
        <message>
            <source>There was nothing to change: the ticket has this already.</source>
            <translation>There was nothing to change: the ticket has this already.</translation>
        </message>
        <message>
            <source>There was nothing to change: the tickets have this already.</source>
            <translation>There was nothing to change: the tickets have this already.</translation>
        </message>
        <message>
            <source>Tickets that were not changed</source>
            <translation>Tickets that were not changed</translation>
        </message>
        <message>
            <source>Was it done?</source>
            <translation>Was it done?</translation>
        </message>
        <message>
            <source>Woken</source>
            <translation>Woken</translation>
        </message>
        <message numerus="yes">
            <source>{what}: %n tickets</source>
            <translation>
                <numerusform>{what}: %n ticket</numerusform>
                <numerusform>{what}: %n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{what}: {done} of %n tickets</source>
            <translation>
                <numerusform>{what}: {done} of %n ticket</numerusform>
                <numerusform>{what}: {done} of %n tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>{what}: {subject}</source>
            <translation>{what}: {subject}</translation>
        </message>
        <message>
            <source>{who} was faster: {subject}</source>
            <translation>{who} was faster: {subject}</translation>
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
        <message numerus="yes">
            <source>%n entries arrived since you began. Look first, or send anyway.</source>
            <translation>
                <numerusform>%n entry arrived since you began. Look first, or send anyway.</numerusform>
                <numerusform>%n entries arrived since you began. Look first, or send anyway.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n files</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more files on their way</source>
            <translation>
                <numerusform>%n more file on its way</numerusform>
                <numerusform>%n more files on their way</numerusform>
            </translation>
        </message>
        <message>
            <source>A file is still being attached.</source>
            <translation>A file is still being attached.</translation>
        </message>
        <message>
            <source>A note for colleagues only…</source>
            <translation>A note for colleagues only…</translation>
        </message>
        <message>
            <source>A note for yourself, on this computer only…</source>
            <translation>A note for yourself, on this computer only…</translation>
        </message>
        <message>
            <source>A note on this computer is kept as it is typed.</source>
            <translation>A note on this computer is kept as it is typed.</translation>
        </message>
        <message>
            <source>A note on this computer is sent nowhere, now or later.</source>
            <translation>A note on this computer is sent nowhere, now or later.</translation>
        </message>
        <message>
            <source>A note on this computer takes no files.</source>
            <translation>A note on this computer takes no files.</translation>
        </message>
        <message>
            <source>A note on this computer takes no files: take them out first.</source>
            <translation>A note on this computer takes no files: take them out first.</translation>
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
            <source>Add “{word}” to my words</source>
            <translation>Add “{word}” to my words</translation>
        </message>
        <message>
            <source>As it was sent</source>
            <translation>As it was sent</translation>
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
            <source>Attached: {names}</source>
            <translation>Attached: {names}</translation>
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
            <source>Before an earlier one came back</source>
            <translation>Before an earlier one came back</translation>
        </message>
        <message>
            <source>Before it is sent</source>
            <translation>Before it is sent</translation>
        </message>
        <message>
            <source>Before it was discarded</source>
            <translation>Before it was discarded</translation>
        </message>
        <message>
            <source>Bold</source>
            <translation>Bold</translation>
        </message>
        <message>
            <source>Bring this version back</source>
            <translation>Bring this version back</translation>
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
            <source>Changes your note. Only you see it.</source>
            <translation>Changes your note. Only you see it.</translation>
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
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
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
            <source>Earlier versions of this draft</source>
            <translation>Earlier versions of this draft</translation>
        </message>
        <message>
            <source>Earlier versions, newest first</source>
            <translation>Earlier versions, newest first</translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation>Emoji</translation>
        </message>
        <message>
            <source>Enter takes it, Esc leaves the text as it is.</source>
            <translation>Enter takes it, Esc leaves the text as it is.</translation>
        </message>
        <message>
            <source>For example: tomorrow 9, monday 14:00, in 2 hours</source>
            <translation>For example: tomorrow 9, monday 14:00, in 2 hours</translation>
        </message>
        <message>
            <source>Formatting is not known to work here, so the text leaves as typed.</source>
            <translation>Formatting is not known to work here, so the text leaves as typed.</translation>
        </message>
        <message>
            <source>Go to the next one</source>
            <translation>Go to the next one</translation>
        </message>
        <message>
            <source>In a live chat somebody waits: it can only be sent now.</source>
            <translation>In a live chat somebody waits: it can only be sent now.</translation>
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
            <source>It is being kept.</source>
            <translation>It is being kept.</translation>
        </message>
        <message>
            <source>It is being put into the outbox.</source>
            <translation>It is being put into the outbox.</translation>
        </message>
        <message>
            <source>It is being sent now.</source>
            <translation>It is being sent now.</translation>
        </message>
        <message>
            <source>It leaves then if this computer is running, else as soon as it does.</source>
            <translation>It leaves then if this computer is running, else as soon as it does.</translation>
        </message>
        <message>
            <source>It will be sent {time}.</source>
            <translation>It will be sent {time}.</translation>
        </message>
        <message>
            <source>Italic</source>
            <translation>Italic</translation>
        </message>
        <message>
            <source>Keep note</source>
            <translation>Keep note</translation>
        </message>
        <message>
            <source>Keep what is written here first, or empty it.</source>
            <translation>Keep what is written here first, or empty it.</translation>
        </message>
        <message>
            <source>Kept on this computer.</source>
            <translation>Kept on this computer.</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>List</source>
            <translation>List</translation>
        </message>
        <message>
            <source>Look first</source>
            <translation>Look first</translation>
        </message>
        <message>
            <source>Looking for suggestions…</source>
            <translation>Looking for suggestions…</translation>
        </message>
        <message>
            <source>More tools</source>
            <translation>More tools</translation>
        </message>
        <message>
            <source>No emoji of that name.</source>
            <translation>No emoji of that name.</translation>
        </message>
        <message>
            <source>No suggestions</source>
            <translation>No suggestions</translation>
        </message>
        <message>
            <source>Nobody of this account is called “{name}”.</source>
            <translation>Nobody of this account is called “{name}”.</translation>
        </message>
        <message>
            <source>Not kept, the text is still here</source>
            <translation>Not kept, the text is still here</translation>
        </message>
        <message>
            <source>Not queued, the text is still here</source>
            <translation>Not queued, the text is still here</translation>
        </message>
        <message>
            <source>Note on this computer only, seen by nobody else</source>
            <translation>Note on this computer only, seen by nobody else</translation>
        </message>
        <message>
            <source>Nothing is kept yet: a version is kept at each pause in writing.</source>
            <translation>Nothing is kept yet: a version is kept at each pause in writing.</translation>
        </message>
        <message>
            <source>Nothing is written yet.</source>
            <translation>Nothing is written yet.</translation>
        </message>
        <message>
            <source>Numbered list</source>
            <translation>Numbered list</translation>
        </message>
        <message>
            <source>On leaving the ticket</source>
            <translation>On leaving the ticket</translation>
        </message>
        <message>
            <source>Only colleagues see this.</source>
            <translation>Only colleagues see this.</translation>
        </message>
        <message>
            <source>Only colleagues see this: every agent of {name}</source>
            <translation>Only colleagues see this: every agent of {name}</translation>
        </message>
        <message>
            <source>Only colleagues see this: those whom {name} lets read notes in {team}</source>
            <translation>Only colleagues see this: those whom {name} lets read notes in {team}</translation>
        </message>
        <message>
            <source>Only here</source>
            <translation>Only here</translation>
        </message>
        <message>
            <source>Only on this computer</source>
            <translation>Only on this computer</translation>
        </message>
        <message numerus="yes">
            <source>Only the first %n characters came in: attach such a text.</source>
            <translation>
                <numerusform>Only the first %n character came in: attach such a text.</numerusform>
                <numerusform>Only the first %n characters came in: attach such a text.</numerusform>
            </translation>
        </message>
        <message>
            <source>Only you see this. It is sent nowhere.</source>
            <translation>Only you see this. It is sent nowhere.</translation>
        </message>
        <message>
            <source>Placeholders are not filled in yet. Fill them in or take them out.</source>
            <translation>Placeholders are not filled in yet. Fill them in or take them out.</translation>
        </message>
        <message>
            <source>Preview. Esc to write on.</source>
            <translation>Preview. Esc to write on.</translation>
        </message>
        <message>
            <source>Preview: as it will be seen</source>
            <translation>Preview: as it will be seen</translation>
        </message>
        <message>
            <source>Queuing…</source>
            <translation>Queuing…</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>Quote</translation>
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
            <source>Search emoji</source>
            <translation>Search emoji</translation>
        </message>
        <message>
            <source>Search: heart, thanks…</source>
            <translation>Search: heart, thanks…</translation>
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
            <source>Send anyway</source>
            <translation>Send anyway</translation>
        </message>
        <message>
            <source>Send later</source>
            <translation>Send later</translation>
        </message>
        <message>
            <source>Send later…</source>
            <translation>Send later…</translation>
        </message>
        <message>
            <source>Send then</source>
            <translation>Send then</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>Suggestions</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>Taken back.</translation>
        </message>
        <message>
            <source>That is right now: send it instead.</source>
            <translation>That is right now: send it instead.</translation>
        </message>
        <message>
            <source>That is you: nobody would be told.</source>
            <translation>That is you: nobody would be told.</translation>
        </message>
        <message>
            <source>The draft can't be saved: {why} It stays here as long as this window is open.</source>
            <translation>The draft can't be saved: {why} It stays here as long as this window is open.</translation>
        </message>
        <message>
            <source>The earlier version is back. The words before it are kept too.</source>
            <translation>The earlier version is back. The words before it are kept too.</translation>
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
            <source>This version</source>
            <translation>This version</translation>
        </message>
        <message>
            <source>Tools for writing</source>
            <translation>Tools for writing</translation>
        </message>
        <message>
            <source>Underlined: only in this version. Struck out: only in the present one.</source>
            <translation>Underlined: only in this version. Struck out: only in the present one.</translation>
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
            <source>When to send</source>
            <translation>When to send</translation>
        </message>
        <message>
            <source>While writing</source>
            <translation>While writing</translation>
        </message>
        <message>
            <source>Whoever you name can read it, like every agent of this account.</source>
            <translation>Whoever you name can read it, like every agent of this account.</translation>
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
            <source>{channel} carries plain text only, so the text leaves as typed.</source>
            <translation>{channel} carries plain text only, so the text leaves as typed.</translation>
        </message>
        <message numerus="yes">
            <source>{names} and %n more</source>
            <translation>
                <numerusform>{names} and %n more</numerusform>
                <numerusform>{names} and %n more</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} doesn't tell who may read notes: whether the one you name can isn't known here.</source>
            <translation>{name} doesn't tell who may read notes: whether the one you name can isn't known here.</translation>
        </message>
        <message>
            <source>{name} has {size}; this account takes at most {cap} for one attachment.</source>
            <translation>{name} has {size}; this account takes at most {cap} for one attachment.</translation>
        </message>
        <message>
            <source>{name} takes no notes from here: only you see this one.</source>
            <translation>{name} takes no notes from here: only you see this one.</translation>
        </message>
        <message>
            <source>{via} · {time} there</source>
            <translation>{via} · {time} there</translation>
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
            <source>None so far; older tickets are still being read.</source>
            <translation>None so far; older tickets are still being read.</translation>
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
            <source>%n entries are hidden</source>
            <translation>
                <numerusform>%n entry is hidden</numerusform>
                <numerusform>%n entries are hidden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n files saved in {folder}.</source>
            <translation>
                <numerusform>%n file saved in {folder}.</numerusform>
                <numerusform>%n files saved in {folder}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n matches here</source>
            <translation>
                <numerusform>%n match here</numerusform>
                <numerusform>%n matches here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new messages below</source>
            <translation>
                <numerusform>%n new message below</numerusform>
                <numerusform>%n new messages below</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new since you looked</source>
            <translation>
                <numerusform>%n new since you looked</numerusform>
                <numerusform>%n new since you looked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not saved.</source>
            <translation>
                <numerusform>%n not saved.</numerusform>
                <numerusform>%n not saved.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them new</source>
            <translation>
                <numerusform>%n of them new</numerusform>
                <numerusform>%n of them new</numerusform>
            </translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Activity</translation>
        </message>
        <message>
            <source>All</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Change time</source>
            <translation>Change time</translation>
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
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Close find</source>
            <translation>Close find</translation>
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
            <source>Copy or print…</source>
            <translation>Copy or print…</translation>
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
            <source>Copy, print, save</source>
            <translation>Copy, print, save</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>Download</translation>
        </message>
        <message>
            <source>Earlier ticket: {ticket}</source>
            <translation>Earlier ticket: {ticket}</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Everything is shown</source>
            <translation>Everything is shown</translation>
        </message>
        <message>
            <source>Find in this conversation</source>
            <translation>Find in this conversation</translation>
        </message>
        <message>
            <source>Go to what is new</source>
            <translation>Go to what is new</translation>
        </message>
        <message>
            <source>Image {name}</source>
            <translation>Image {name}</translation>
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
            <source>Loading…</source>
            <translation>Loading…</translation>
        </message>
        <message>
            <source>Next match</source>
            <translation>Next match</translation>
        </message>
        <message>
            <source>No match</source>
            <translation>No match</translation>
        </message>
        <message>
            <source>Nobody else sees it</source>
            <translation>Nobody else sees it</translation>
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
            <source>Notes</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Nothing has been written here yet.</source>
            <translation>Nothing has been written here yet.</translation>
        </message>
        <message>
            <source>Nothing is new since you last looked.</source>
            <translation>Nothing is new since you last looked.</translation>
        </message>
        <message>
            <source>Only activity is shown</source>
            <translation>Only activity is shown</translation>
        </message>
        <message>
            <source>Only internal notes are shown</source>
            <translation>Only internal notes are shown</translation>
        </message>
        <message>
            <source>Only on this computer</source>
            <translation>Only on this computer</translation>
        </message>
        <message>
            <source>Only public messages are shown</source>
            <translation>Only public messages are shown</translation>
        </message>
        <message>
            <source>Only the beginning is shown. Save it to see all of it.</source>
            <translation>Only the beginning is shown. Save it to see all of it.</translation>
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
            <source>Preview</source>
            <translation>Preview</translation>
        </message>
        <message>
            <source>Previous match</source>
            <translation>Previous match</translation>
        </message>
        <message>
            <source>Public</source>
            <translation>Public</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Retry</translation>
        </message>
        <message>
            <source>Save all attachments</source>
            <translation>Save all attachments</translation>
        </message>
        <message>
            <source>Save all attachments…</source>
            <translation>Save all attachments…</translation>
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
            <source>Saving {number} of {total}…</source>
            <translation>Saving {number} of {total}…</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Send again</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>Send now</translation>
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
            <source>Show all</source>
            <translation>Show all</translation>
        </message>
        <message>
            <source>Show or hide the quoted text</source>
            <translation>Show or hide the quoted text</translation>
        </message>
        <message>
            <source>Show the earlier ticket: {ticket}</source>
            <translation>Show the earlier ticket: {ticket}</translation>
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
            <source>The note was deleted from this computer.</source>
            <translation>The note was deleted from this computer.</translation>
        </message>
        <message>
            <source>There is no activity here.</source>
            <translation>There is no activity here.</translation>
        </message>
        <message>
            <source>There is no internal note here.</source>
            <translation>There is no internal note here.</translation>
        </message>
        <message>
            <source>There is no public message here.</source>
            <translation>There is no public message here.</translation>
        </message>
        <message>
            <source>This can't be shown as an image. Save it to look at it.</source>
            <translation>This can't be shown as an image. Save it to look at it.</translation>
        </message>
        <message>
            <source>This conversation can't be read right now.</source>
            <translation>This conversation can't be read right now.</translation>
        </message>
        <message>
            <source>This file can't be read right now.</source>
            <translation>This file can't be read right now.</translation>
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
            <source>This ticket has no attachments.</source>
            <translation>This ticket has no attachments.</translation>
        </message>
        <message>
            <source>This ticket: {subject}</source>
            <translation>This ticket: {subject}</translation>
        </message>
        <message>
            <source>To the newest</source>
            <translation>To the newest</translation>
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
            <source>What is shown</source>
            <translation>What is shown</translation>
        </message>
        <message>
            <source>Will be sent {time}</source>
            <translation>Will be sent {time}</translation>
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
            <source>You {changes}</source>
            <translation>You {changes}</translation>
        </message>
        <message>
            <source>added the tag “{tag}”</source>
            <translation>added the tag “{tag}”</translation>
        </message>
        <message>
            <source>assigned it to {new}</source>
            <translation>assigned it to {new}</translation>
        </message>
        <message>
            <source>attachment {name}</source>
            <translation>attachment {name}</translation>
        </message>
        <message>
            <source>changed the subject to “{new}”</source>
            <translation>changed the subject to “{new}”</translation>
        </message>
        <message>
            <source>created the ticket</source>
            <translation>created the ticket</translation>
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
            <source>merged {old} into {new}</source>
            <translation>merged {old} into {new}</translation>
        </message>
        <message>
            <source>message</source>
            <translation>message</translation>
        </message>
        <message>
            <source>moved it to {new}</source>
            <translation>moved it to {new}</translation>
        </message>
        <message>
            <source>note on this computer only</source>
            <translation>note on this computer only</translation>
        </message>
        <message>
            <source>removed the tag “{tag}”</source>
            <translation>removed the tag “{tag}”</translation>
        </message>
        <message>
            <source>removed {old} from {field}</source>
            <translation>removed {old} from {field}</translation>
        </message>
        <message>
            <source>set the priority to {new}</source>
            <translation>set the priority to {new}</translation>
        </message>
        <message>
            <source>set the status to {new}</source>
            <translation>set the status to {new}</translation>
        </message>
        <message>
            <source>set {field} to {new}</source>
            <translation>set {field} to {new}</translation>
        </message>
        <message>
            <source>unassigned it</source>
            <translation>unassigned it</translation>
        </message>
        <message>
            <source>{number} of {total}</source>
            <translation>{number} of {total}</translation>
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
        <message>
            <source>{who} {changes}</source>
            <translation>{who} {changes}</translation>
        </message>
    </context>
    <context>
        <name>Debug</name>
        <message>
            <source>Blocked window</source>
            <translation>Blocked window</translation>
        </message>
        <message>
            <source>Change notices</source>
            <translation>Change notices</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Copied.</translation>
        </message>
        <message>
            <source>Copy all as text</source>
            <translation>Copy all as text</translation>
        </message>
        <message>
            <source>Debugging view</source>
            <translation>Debugging view</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Engine</translation>
        </message>
        <message>
            <source>Nothing yet.</source>
            <translation>Nothing yet.</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>Outbox</translation>
        </message>
        <message>
            <source>Slow queries</source>
            <translation>Slow queries</translation>
        </message>
        <message>
            <source>What Workspace did lately, in numbers. No names, addresses or texts of customers are in it, so it may go into a report.</source>
            <translation>What Workspace did lately, in numbers. No names, addresses or texts of customers are in it, so it may go into a report.</translation>
        </message>
        <message>
            <source>Where the window was held up</source>
            <translation>Where the window was held up</translation>
        </message>
        <message>
            <source>account</source>
            <translation>account</translation>
        </message>
        <message>
            <source>command</source>
            <translation>command</translation>
        </message>
        <message>
            <source>created</source>
            <translation>created</translation>
        </message>
        <message>
            <source>error</source>
            <translation>error</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>kind</translation>
        </message>
        <message>
            <source>last try</source>
            <translation>last try</translation>
        </message>
        <message>
            <source>not before</source>
            <translation>not before</translation>
        </message>
        <message>
            <source>notice</source>
            <translation>notice</translation>
        </message>
        <message>
            <source>numbers</source>
            <translation>numbers</translation>
        </message>
        <message>
            <source>process</source>
            <translation>process</translation>
        </message>
        <message>
            <source>read</source>
            <translation>read</translation>
        </message>
        <message>
            <source>rows</source>
            <translation>rows</translation>
        </message>
        <message>
            <source>state</source>
            <translation>state</translation>
        </message>
        <message>
            <source>time</source>
            <translation>time</translation>
        </message>
        <message>
            <source>tries</source>
            <translation>tries</translation>
        </message>
        <message>
            <source>value</source>
            <translation>value</translation>
        </message>
        <message>
            <source>what</source>
            <translation>what</translation>
        </message>
        <message>
            <source>where</source>
            <translation>where</translation>
        </message>
    </context>
    <context>
        <name>Drag</name>
        <message numerus="yes">
            <source>%n tickets</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>A ticket stays in its account.</source>
            <translation>A ticket stays in its account.</translation>
        </message>
        <message>
            <source>A ticket's channel is the customer's choice.</source>
            <translation>A ticket's channel is the customer's choice.</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>Claim</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Give back</translation>
        </message>
        <message>
            <source>Mentions come from notes that name you.</source>
            <translation>Mentions come from notes that name you.</translation>
        </message>
        <message>
            <source>Move to {team}</source>
            <translation>Move to {team}</translation>
        </message>
        <message>
            <source>Snooze…</source>
            <translation>Snooze…</translation>
        </message>
        <message>
            <source>They are in this queue already.</source>
            <translation>They are in this queue already.</translation>
        </message>
        <message>
            <source>This team belongs to another account.</source>
            <translation>This team belongs to another account.</translation>
        </message>
        <message>
            <source>Tickets come here by their deadline.</source>
            <translation>Tickets come here by their deadline.</translation>
        </message>
        <message>
            <source>Tickets come here by what they are, not by hand.</source>
            <translation>Tickets come here by what they are, not by hand.</translation>
        </message>
    </context>
    <context>
        <name>Macros</name>
        <message numerus="yes">
            <source>%n left out:</source>
            <translation>
                <numerusform>%n left out:</numerusform>
                <numerusform>%n left out:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n macros are new or the same</source>
            <translation>
                <numerusform>%n macro is new or the same</numerusform>
                <numerusform>%n macros are new or the same</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n macros exported</source>
            <translation>
                <numerusform>%n macro exported</numerusform>
                <numerusform>%n macros exported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n macros imported</source>
            <translation>
                <numerusform>%n macro imported</numerusform>
                <numerusform>%n macros imported</numerusform>
            </translation>
        </message>
        <message>
            <source>A folder that the team shares</source>
            <translation>A folder that the team shares</translation>
        </message>
        <message>
            <source>A note for colleagues, beside the reply…</source>
            <translation>A note for colleagues, beside the reply…</translation>
        </message>
        <message>
            <source>Add a file</source>
            <translation>Add a file</translation>
        </message>
        <message>
            <source>Add a file…</source>
            <translation>Add a file…</translation>
        </message>
        <message>
            <source>Add a folder that the team shares…</source>
            <translation>Add a folder that the team shares…</translation>
        </message>
        <message>
            <source>Add a language</source>
            <translation>Add a language</translation>
        </message>
        <message>
            <source>Added: {folder}</source>
            <translation>Added: {folder}</translation>
        </message>
        <message>
            <source>Adds an internal note</source>
            <translation>Adds an internal note</translation>
        </message>
        <message>
            <source>Adds tags</source>
            <translation>Adds tags</translation>
        </message>
        <message>
            <source>Adds the tag {value}</source>
            <translation>Adds the tag {value}</translation>
        </message>
        <message>
            <source>Another one of this name is here:</source>
            <translation>Another one of this name is here:</translation>
        </message>
        <message>
            <source>Applied: {name}</source>
            <translation>Applied: {name}</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>Assignee</translation>
        </message>
        <message>
            <source>Assignee → {value}</source>
            <translation>Assignee → {value}</translation>
        </message>
        <message>
            <source>Attached files</source>
            <translation>Attached files</translation>
        </message>
        <message>
            <source>Attaches files</source>
            <translation>Attaches files</translation>
        </message>
        <message>
            <source>Attaches {value}</source>
            <translation>Attaches {value}</translation>
        </message>
        <message>
            <source>Can't be read, and is left out:</source>
            <translation>Can't be read, and is left out:</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Changes the ticket at once</source>
            <translation>Changes the ticket at once</translation>
        </message>
        <message>
            <source>Choose a macro first.</source>
            <translation>Choose a macro first.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Deleted: {name}</source>
            <translation>Deleted: {name}</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>Edit macros…</source>
            <translation>Edit macros…</translation>
        </message>
        <message>
            <source>Enter applies, Esc closes, {key} edits.</source>
            <translation>Enter applies, Esc closes, {key} edits.</translation>
        </message>
        <message>
            <source>Every language</source>
            <translation>Every language</translation>
        </message>
        <message>
            <source>Export all…</source>
            <translation>Export all…</translation>
        </message>
        <message>
            <source>Export macros</source>
            <translation>Export macros</translation>
        </message>
        <message>
            <source>Export this one…</source>
            <translation>Export this one…</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Filter the macros</source>
            <translation>Filter the macros</translation>
        </message>
        <message>
            <source>Find a macro</source>
            <translation>Find a macro</translation>
        </message>
        <message>
            <source>Find a macro by its name or words</source>
            <translation>Find a macro by its name or words</translation>
        </message>
        <message>
            <source>Import macros</source>
            <translation>Import macros</translation>
        </message>
        <message>
            <source>Import the others</source>
            <translation>Import the others</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Import…</translation>
        </message>
        <message>
            <source>Insert a placeholder</source>
            <translation>Insert a placeholder</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>Internal note</translation>
        </message>
        <message>
            <source>Internal note as it would be written</source>
            <translation>Internal note as it would be written</translation>
        </message>
        <message>
            <source>Internal note, not seen by the customer</source>
            <translation>Internal note, not seen by the customer</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Keep both</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Keep mine</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>Key: {key}. Press to change it.</source>
            <translation>Key: {key}. Press to change it.</translation>
        </message>
        <message>
            <source>Keywords</source>
            <translation>Keywords</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Languages</source>
            <translation>Languages</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>Leave it out</translation>
        </message>
        <message>
            <source>Leave {folder}</source>
            <translation>Leave {folder}</translation>
        </message>
        <message>
            <source>Left: {folder}</source>
            <translation>Left: {folder}</translation>
        </message>
        <message>
            <source>Line {line}: {what}</source>
            <translation>Line {line}: {what}</translation>
        </message>
        <message>
            <source>Macros</source>
            <translation>Macros</translation>
        </message>
        <message>
            <source>Macros (*.zip *.toml)</source>
            <translation>Macros (*.zip *.toml)</translation>
        </message>
        <message>
            <source>Macros (*.zip)</source>
            <translation>Macros (*.zip)</translation>
        </message>
        <message>
            <source>Macros go with replies and with notes to colleagues.</source>
            <translation>Macros go with replies and with notes to colleagues.</translation>
        </message>
        <message>
            <source>More…</source>
            <translation>More…</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name in this language</source>
            <translation>Name in this language</translation>
        </message>
        <message>
            <source>New</source>
            <translation>New</translation>
        </message>
        <message>
            <source>New macro</source>
            <translation>New macro</translation>
        </message>
        <message>
            <source>No macro fits.</source>
            <translation>No macro fits.</translation>
        </message>
        <message>
            <source>Not applied to {ticket}: {why}.</source>
            <translation>Not applied to {ticket}: {why}.</translation>
        </message>
        <message>
            <source>Not saved: {names}. Close once more to drop it.</source>
            <translation>Not saved: {names}. Close once more to drop it.</translation>
        </message>
        <message>
            <source>Not snoozed: {why}</source>
            <translation>Not snoozed: {why}</translation>
        </message>
        <message>
            <source>Nothing fills {value}</source>
            <translation>Nothing fills {value}</translation>
        </message>
        <message>
            <source>Nothing has been changed.</source>
            <translation>Nothing has been changed.</translation>
        </message>
        <message>
            <source>Nothing is known for {names}: fill it in before it is sent.</source>
            <translation>Nothing is known for {names}: fill it in before it is sent.</translation>
        </message>
        <message>
            <source>Only for accounts</source>
            <translation>Only for accounts</translation>
        </message>
        <message>
            <source>Only for channels</source>
            <translation>Only for channels</translation>
        </message>
        <message>
            <source>Order number = A-1024</source>
            <translation>Order number = A-1024</translation>
        </message>
        <message>
            <source>Other fields</source>
            <translation>Other fields</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>Priority → {value}</source>
            <translation>Priority → {value}</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Put back</translation>
        </message>
        <message>
            <source>Put back: {name}</source>
            <translation>Put back: {name}</translation>
        </message>
        <message>
            <source>Puts text into the internal note</source>
            <translation>Puts text into the internal note</translation>
        </message>
        <message>
            <source>Puts text into the reply</source>
            <translation>Puts text into the reply</translation>
        </message>
        <message>
            <source>Removes tags</source>
            <translation>Removes tags</translation>
        </message>
        <message>
            <source>Removes the tag {value}</source>
            <translation>Removes the tag {value}</translation>
        </message>
        <message>
            <source>Replace mine</source>
            <translation>Replace mine</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>Reply to the customer</source>
            <translation>Reply to the customer</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Save it first.</source>
            <translation>Save it first.</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>Saved: {name}</translation>
        </message>
        <message>
            <source>Snooze</source>
            <translation>Snooze</translation>
        </message>
        <message>
            <source>Snoozes until the customer writes</source>
            <translation>Snoozes until the customer writes</translation>
        </message>
        <message>
            <source>Snoozes until {time}</source>
            <translation>Snoozes until {time}</translation>
        </message>
        <message>
            <source>Snoozes: {value}</source>
            <translation>Snoozes: {value}</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Status → {value}</source>
            <translation>Status → {value}</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Team → {value}</source>
            <translation>Team → {value}</translation>
        </message>
        <message>
            <source>Text as it would be written</source>
            <translation>Text as it would be written</translation>
        </message>
        <message>
            <source>The file can't be read: {value}</source>
            <translation>The file can't be read: {value}</translation>
        </message>
        <message>
            <source>The file is larger than {value} KiB</source>
            <translation>The file is larger than {value} KiB</translation>
        </message>
        <message>
            <source>The file is nested too deeply</source>
            <translation>The file is nested too deeply</translation>
        </message>
        <message>
            <source>The file is not UTF-8 text</source>
            <translation>The file is not UTF-8 text</translation>
        </message>
        <message>
            <source>The file lies outside of its folder</source>
            <translation>The file lies outside of its folder</translation>
        </message>
        <message>
            <source>The macro</source>
            <translation>The macro</translation>
        </message>
        <message>
            <source>The macro does nothing: it has no text, note, changes, snooze or files</source>
            <translation>The macro does nothing: it has no text, note, changes, snooze or files</translation>
        </message>
        <message>
            <source>The macro has no name</source>
            <translation>The macro has no name</translation>
        </message>
        <message>
            <source>The note that goes along still has {names}.</source>
            <translation>The note that goes along still has {names}.</translation>
        </message>
        <message>
            <source>The preview shows a macro on the ticket that is open beside this.</source>
            <translation>The preview shows a macro on the ticket that is open beside this.</translation>
        </message>
        <message>
            <source>There are no macros yet.</source>
            <translation>There are no macros yet.</translation>
        </message>
        <message>
            <source>There are no macros yet. “Edit macros…” makes the first one, or adds the folder that your team shares.</source>
            <translation>There are no macros yet. “Edit macros…” makes the first one, or adds the folder that your team shares.</translation>
        </message>
        <message>
            <source>There is nothing that can be imported</source>
            <translation>There is nothing that can be imported</translation>
        </message>
        <message>
            <source>This is not TOML: {value}</source>
            <translation>This is not TOML: {value}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>What else it does</source>
            <translation>What else it does</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>What it does</translation>
        </message>
        <message>
            <source>What it writes into a reply…</source>
            <translation>What it writes into a reply…</translation>
        </message>
        <message>
            <source>With it: {effects}</source>
            <translation>With it: {effects}</translation>
        </message>
        <message>
            <source>Write the note myself</source>
            <translation>Write the note myself</translation>
        </message>
        <message>
            <source>[{value}] is not a table</source>
            <translation>[{value}] is not a table</translation>
        </message>
        <message>
            <source>all</source>
            <translation>all</translation>
        </message>
        <message>
            <source>already so</source>
            <translation>already so</translation>
        </message>
        <message>
            <source>another one of this name comes before it</source>
            <translation>another one of this name comes before it</translation>
        </message>
        <message>
            <source>as it is</source>
            <translation>as it is</translation>
        </message>
        <message>
            <source>can't be read</source>
            <translation>can't be read</translation>
        </message>
        <message numerus="yes">
            <source>for %n tickets</source>
            <translation>
                <numerusform>for %n ticket</numerusform>
                <numerusform>for %n tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>it is not meant for this account or channel</source>
            <translation>it is not meant for this account or channel</translation>
        </message>
        <message>
            <source>its text can't be sent here</source>
            <translation>its text can't be sent here</translation>
        </message>
        <message>
            <source>me</source>
            <translation>me</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>nobody</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>not saved</source>
            <translation>not saved</translation>
        </message>
        <message>
            <source>nothing is known for {names}</source>
            <translation>nothing is known for {names}</translation>
        </message>
        <message>
            <source>nothing of it can be done here</source>
            <translation>nothing of it can be done here</translation>
        </message>
        <message>
            <source>refund, money back</source>
            <translation>refund, money back</translation>
        </message>
        <message>
            <source>shared: {folder}</source>
            <translation>shared: {folder}</translation>
        </message>
        <message>
            <source>the file is not in the macro's folder</source>
            <translation>the file is not in the macro's folder</translation>
        </message>
        <message>
            <source>this account can't do that</source>
            <translation>this account can't do that</translation>
        </message>
        <message>
            <source>this account does not know it</source>
            <translation>this account does not know it</translation>
        </message>
        <message>
            <source>this account has not said who you are</source>
            <translation>this account has not said who you are</translation>
        </message>
        <message>
            <source>this field takes one value only</source>
            <translation>this field takes one value only</translation>
        </message>
        <message>
            <source>this field takes other values</source>
            <translation>this field takes other values</translation>
        </message>
        <message>
            <source>tomorrow 9, in 2 hours, until reply</source>
            <translation>tomorrow 9, in 2 hours, until reply</translation>
        </message>
        <message>
            <source>you are writing an internal note</source>
            <translation>you are writing an internal note</translation>
        </message>
        <message>
            <source>{key} is taken by: {name}</source>
            <translation>{key} is taken by: {name}</translation>
        </message>
        <message>
            <source>{name} (copy)</source>
            <translation>{name} (copy)</translation>
        </message>
        <message>
            <source>{name} → {value}</source>
            <translation>{name} → {value}</translation>
        </message>
        <message>
            <source>{name}: there was nothing left to do.</source>
            <translation>{name}: there was nothing left to do.</translation>
        </message>
        <message>
            <source>{value} holds too much</source>
            <translation>{value} holds too much</translation>
        </message>
        <message>
            <source>{value} is empty</source>
            <translation>{value} is empty</translation>
        </message>
        <message>
            <source>{value} is not a list of texts</source>
            <translation>{value} is not a list of texts</translation>
        </message>
        <message>
            <source>{value} is not a text in quotes</source>
            <translation>{value} is not a text in quotes</translation>
        </message>
        <message>
            <source>{value} is too long</source>
            <translation>{value} is too long</translation>
        </message>
        <message>
            <source>“{value}” can't be a macro's file name</source>
            <translation>“{value}” can't be a macro's file name</translation>
        </message>
        <message>
            <source>“{value}” is no key such as Ctrl+Alt+1 or F6</source>
            <translation>“{value}” is no key such as Ctrl+Alt+1 or F6</translation>
        </message>
        <message>
            <source>“{value}” is no language such as en, ko or pt-BR</source>
            <translation>“{value}” is no language such as en, ko or pt-BR</translation>
        </message>
        <message>
            <source>“{value}” is no name of a file below the macro's folder</source>
            <translation>“{value}” is no name of a file below the macro's folder</translation>
        </message>
        <message>
            <source>“{value}” is not known to this version; it is kept</source>
            <translation>“{value}” is not known to this version; it is kept</translation>
        </message>
        <message>
            <source>“{value}” names no time</source>
            <translation>“{value}” names no time</translation>
        </message>
        <message>
            <source>“{value}” needs Ctrl or Alt: the key alone would write a letter</source>
            <translation>“{value}” needs Ctrl or Alt: the key alone would write a letter</translation>
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
        <name>Notifications</name>
        <message numerus="yes">
            <source>%n new messages</source>
            <translation>
                <numerusform>%n new message</numerusform>
                <numerusform>%n new messages</numerusform>
            </translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>Customer</translation>
        </message>
        <message numerus="yes">
            <source>In %n tickets</source>
            <translation>
                <numerusform>In %n ticket</numerusform>
                <numerusform>In %n tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>New message</source>
            <translation>New message</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>This is how a new message shows.</source>
            <translation>This is how a new message shows.</translation>
        </message>
        <message>
            <source>{who} names you in a note</source>
            <translation>{who} names you in a note</translation>
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
            <source>Nothing waits to be sent.</source>
            <translation>Nothing waits to be sent.</translation>
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
            <source>To be sent {time}</source>
            <translation>To be sent {time}</translation>
        </message>
        <message>
            <source>Was it sent?</source>
            <translation>Was it sent?</translation>
        </message>
    </context>
    <context>
        <name>Plain</name>
        <message>
            <source>A file can't be read from the disk ({strerror}).</source>
            <translation>A file can't be read from the disk ({strerror}).</translation>
        </message>
        <message>
            <source>A note on this computer takes no files and is sent nowhere, so nothing was kept.</source>
            <translation>A note on this computer takes no files and is sent nowhere, so nothing was kept.</translation>
        </message>
        <message>
            <source>A stored file is damaged or was changed from outside, so it is not shown.</source>
            <translation>A stored file is damaged or was changed from outside, so it is not shown.</translation>
        </message>
        <message>
            <source>A ticket can't be merged into itself.</source>
            <translation>A ticket can't be merged into itself.</translation>
        </message>
        <message>
            <source>A written reply can't go by {channel}.</source>
            <translation>A written reply can't go by {channel}.</translation>
        </message>
        <message>
            <source>Account {name} is added.</source>
            <translation>Account {name} is added.</translation>
        </message>
        <message>
            <source>Account {name} is removed.</source>
            <translation>Account {name} is removed.</translation>
        </message>
        <message>
            <source>Accounts here: {known}.</source>
            <translation>Accounts here: {known}.</translation>
        </message>
        <message>
            <source>Add --force to do it.</source>
            <translation>Add --force to do it.</translation>
        </message>
        <message>
            <source>Add --yes, for it can't be undone.</source>
            <translation>Add --yes, for it can't be undone.</translation>
        </message>
        <message>
            <source>All {seq} records are as they were written. Head: {head}</source>
            <translation>All {seq} records are as they were written. Head: {head}</translation>
        </message>
        <message>
            <source>Another Workspace is still preparing the data of this base directory.</source>
            <translation>Another Workspace is still preparing the data of this base directory.</translation>
        </message>
        <message>
            <source>Another Workspace is still setting up the key of this base directory.</source>
            <translation>Another Workspace is still setting up the key of this base directory.</translation>
        </message>
        <message>
            <source>Ask an administrator of the backend for this right.</source>
            <translation>Ask an administrator of the backend for this right.</translation>
        </message>
        <message>
            <source>Attach it again and send again.</source>
            <translation>Attach it again and send again.</translation>
        </message>
        <message>
            <source>Attach the file again, then send.</source>
            <translation>Attach the file again, then send.</translation>
        </message>
        <message>
            <source>Back it up with `workspace desk backup`, and restore it into an account without a path of its own.</source>
            <translation>Back it up with `workspace desk backup`, and restore it into an account without a path of its own.</translation>
        </message>
        <message>
            <source>Backends keep their own copies.</source>
            <translation>Backends keep their own copies.</translation>
        </message>
        <message>
            <source>Begin with https://.</source>
            <translation>Begin with https://.</translation>
        </message>
        <message>
            <source>Change it and send again.</source>
            <translation>Change it and send again.</translation>
        </message>
        <message>
            <source>Check `--basedir`.</source>
            <translation>Check `--basedir`.</translation>
        </message>
        <message>
            <source>Check that its folder may be written.</source>
            <translation>Check that its folder may be written.</translation>
        </message>
        <message>
            <source>Check that the base directory belongs to you.</source>
            <translation>Check that the base directory belongs to you.</translation>
        </message>
        <message>
            <source>Check that the disk has room; it is tried again by itself.</source>
            <translation>Check that the disk has room; it is tried again by itself.</translation>
        </message>
        <message>
            <source>Check that the disk is not full and that the base directory can be written.</source>
            <translation>Check that the disk is not full and that the base directory can be written.</translation>
        </message>
        <message>
            <source>Check that the disk is there and may be written, or choose another with --basedir.</source>
            <translation>Check that the disk is there and may be written, or choose another with --basedir.</translation>
        </message>
        <message>
            <source>Check that the disk is there and that you may read and write the base directory.</source>
            <translation>Check that the disk is there and that you may read and write the base directory.</translation>
        </message>
        <message>
            <source>Check that the disk is there and that you may read and write the folder.</source>
            <translation>Check that the disk is there and that you may read and write the folder.</translation>
        </message>
        <message>
            <source>Check that the folder is there and may be written.</source>
            <translation>Check that the folder is there and may be written.</translation>
        </message>
        <message>
            <source>Check the address of the account, and any proxy or sign-in page between.</source>
            <translation>Check the address of the account, and any proxy or sign-in page between.</translation>
        </message>
        <message>
            <source>Check the address of the account.</source>
            <translation>Check the address of the account.</translation>
        </message>
        <message>
            <source>Check the disk.</source>
            <translation>Check the disk.</translation>
        </message>
        <message>
            <source>Check the file's name and rights.</source>
            <translation>Check the file's name and rights.</translation>
        </message>
        <message>
            <source>Check the file.</source>
            <translation>Check the file.</translation>
        </message>
        <message>
            <source>Check the keyring, or start with `--passphrase-file FILE`.</source>
            <translation>Check the keyring, or start with `--passphrase-file FILE`.</translation>
        </message>
        <message>
            <source>Check the name of the account.</source>
            <translation>Check the name of the account.</translation>
        </message>
        <message>
            <source>Check the path given with `--passphrase-file`.</source>
            <translation>Check the path given with `--passphrase-file`.</translation>
        </message>
        <message>
            <source>Check the path of `--basedir`.</source>
            <translation>Check the path of `--basedir`.</translation>
        </message>
        <message>
            <source>Check the path, and that you may write there.</source>
            <translation>Check the path, and that you may write there.</translation>
        </message>
        <message>
            <source>Check the path.</source>
            <translation>Check the path.</translation>
        </message>
        <message>
            <source>Check the room on the disk.</source>
            <translation>Check the room on the disk.</translation>
        </message>
        <message>
            <source>Check the settings of the account, or report it to the connector's author.</source>
            <translation>Check the settings of the account, or report it to the connector's author.</translation>
        </message>
        <message>
            <source>Check what was typed or the file, or use the recovery code.</source>
            <translation>Check what was typed or the file, or use the recovery code.</translation>
        </message>
        <message>
            <source>Choose a .toml file, or a zip or folder of such.</source>
            <translation>Choose a .toml file, or a zip or folder of such.</translation>
        </message>
        <message>
            <source>Choose a file that isn't there yet.</source>
            <translation>Choose a file that isn't there yet.</translation>
        </message>
        <message>
            <source>Choose another channel for the reply.</source>
            <translation>Choose another channel for the reply.</translation>
        </message>
        <message>
            <source>Choose another folder, or make room on the disk.</source>
            <translation>Choose another folder, or make room on the disk.</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>Choose another folder.</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Choose another name.</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>Choose another one.</translation>
        </message>
        <message>
            <source>Choose another place.</source>
            <translation>Choose another place.</translation>
        </message>
        <message>
            <source>Choose one of: {choices}.</source>
            <translation>Choose one of: {choices}.</translation>
        </message>
        <message>
            <source>Close Workspace and start it again.</source>
            <translation>Close Workspace and start it again.</translation>
        </message>
        <message>
            <source>Close Workspace and start it again: it checks the file at its start.</source>
            <translation>Close Workspace and start it again: it checks the file at its start.</translation>
        </message>
        <message>
            <source>Close all windows and commands of Workspace, then start this one again.</source>
            <translation>Close all windows and commands of Workspace, then start this one again.</translation>
        </message>
        <message>
            <source>Close all windows of Workspace and start again.</source>
            <translation>Close all windows of Workspace and start again.</translation>
        </message>
        <message>
            <source>Close every window and stop `workspace sync`, then try again.</source>
            <translation>Close every window and stop `workspace sync`, then try again.</translation>
        </message>
        <message>
            <source>Close every window of Workspace and erase once more.</source>
            <translation>Close every window of Workspace and erase once more.</translation>
        </message>
        <message>
            <source>Close every window of Workspace and stop `workspace sync`, then try again.</source>
            <translation>Close every window of Workspace and stop `workspace sync`, then try again.</translation>
        </message>
        <message>
            <source>Close every window of Workspace, then erase once more.</source>
            <translation>Close every window of Workspace, then erase once more.</translation>
        </message>
        <message>
            <source>Correct it, or leave it empty.</source>
            <translation>Correct it, or leave it empty.</translation>
        </message>
        <message>
            <source>Correct name and address of the account, or leave both empty.</source>
            <translation>Correct name and address of the account, or leave both empty.</translation>
        </message>
        <message>
            <source>Do it on ticket {merged_into} instead.</source>
            <translation>Do it on ticket {merged_into} instead.</translation>
        </message>
        <message>
            <source>Do it once more.</source>
            <translation>Do it once more.</translation>
        </message>
        <message>
            <source>Download or attach it again.</source>
            <translation>Download or attach it again.</translation>
        </message>
        <message>
            <source>Enter the address where the backend really lives.</source>
            <translation>Enter the address where the backend really lives.</translation>
        </message>
        <message>
            <source>Enter the credentials of this account again.</source>
            <translation>Enter the credentials of this account again.</translation>
        </message>
        <message>
            <source>Enter the user name, or use a token made by RT 5.</source>
            <translation>Enter the user name, or use a token made by RT 5.</translation>
        </message>
        <message>
            <source>Entry {remote_id} came as {stored} before and comes as {kind} now; an entry never changes its kind. It was not taken.</source>
            <translation>Entry {remote_id} came as {stored} before and comes as {kind} now; an entry never changes its kind. It was not taken.</translation>
        </message>
        <message>
            <source>Entry {remote_id} came before its ticket {ticket_remote_id}; a ticket comes on the same page as its entries or earlier.</source>
            <translation>Entry {remote_id} came before its ticket {ticket_remote_id}; a ticket comes on the same page as its entries or earlier.</translation>
        </message>
        <message>
            <source>Everything is locked with a new key. New code: {code}</source>
            <translation>Everything is locked with a new key. New code: {code}</translation>
        </message>
        <message>
            <source>Export them one by one.</source>
            <translation>Export them one by one.</translation>
        </message>
        <message>
            <source>Fields: status= assignee= team= priority= tag+= tag-= cf.NAME=</source>
            <translation>Fields: status= assignee= team= priority= tag+= tag-= cf.NAME=</translation>
        </message>
        <message>
            <source>For example status=solved.</source>
            <translation>For example status=solved.</translation>
        </message>
        <message>
            <source>Give a UTF-8 text file.</source>
            <translation>Give a UTF-8 text file.</translation>
        </message>
        <message>
            <source>Give an address instead.</source>
            <translation>Give an address instead.</translation>
        </message>
        <message>
            <source>Give it another name.</source>
            <translation>Give it another name.</translation>
        </message>
        <message>
            <source>Give it as `workspace audit verify` printed it.</source>
            <translation>Give it as `workspace audit verify` printed it.</translation>
        </message>
        <message>
            <source>Give it with --set {name}=…</source>
            <translation>Give it with --set {name}=…</translation>
        </message>
        <message>
            <source>If it is in doubt, say first whether it arrived.</source>
            <translation>If it is in doubt, say first whether it arrived.</translation>
        </message>
        <message>
            <source>If it was copied from elsewhere, use the recovery code; else restore a backup.</source>
            <translation>If it was copied from elsewhere, use the recovery code; else restore a backup.</translation>
        </message>
        <message>
            <source>Install Workspace again if this stays; what you write is kept in the outbox.</source>
            <translation>Install Workspace again if this stays; what you write is kept in the outbox.</translation>
        </message>
        <message>
            <source>Install its package, or see `workspace connectors` for those that are here.</source>
            <translation>Install its package, or see `workspace connectors` for those that are here.</translation>
        </message>
        <message>
            <source>Install the connector again, or remove the account.</source>
            <translation>Install the connector again, or remove the account.</translation>
        </message>
        <message>
            <source>Install the package sqlcipher3 again; Workspace does not start without it.</source>
            <translation>Install the package sqlcipher3 again; Workspace does not start without it.</translation>
        </message>
        <message>
            <source>It changed at the server in the meantime.{tail}</source>
            <translation>It changed at the server in the meantime.{tail}</translation>
        </message>
        <message>
            <source>It could not be kept on this computer ({error}).</source>
            <translation>It could not be kept on this computer ({error}).</translation>
        </message>
        <message>
            <source>It goes on by itself.</source>
            <translation>It goes on by itself.</translation>
        </message>
        <message>
            <source>It has been sent and can't be taken back.</source>
            <translation>It has been sent and can't be taken back.</translation>
        </message>
        <message>
            <source>It has {CODE_SYMBOLS} characters in groups of {CODE_GROUP}; compare it with what you wrote down.</source>
            <translation>It has {CODE_SYMBOLS} characters in groups of {CODE_GROUP}; compare it with what you wrote down.</translation>
        </message>
        <message>
            <source>It is larger than {cap} KiB.</source>
            <translation>It is larger than {cap} KiB.</translation>
        </message>
        <message>
            <source>It is not a file.</source>
            <translation>It is not a file.</translation>
        </message>
        <message>
            <source>It is on its way to the backend and can't be taken back now.</source>
            <translation>It is on its way to the backend and can't be taken back now.</translation>
        </message>
        <message>
            <source>It is safe in the outbox and goes out later: {message}</source>
            <translation>It is safe in the outbox and goes out later: {message}</translation>
        </message>
        <message>
            <source>It is started again by itself; try again in a moment.</source>
            <translation>It is started again by itself; try again in a moment.</translation>
        </message>
        <message>
            <source>It was deleted or merged at the backend, or its account was removed.</source>
            <translation>It was deleted or merged at the backend, or its account was removed.</translation>
        </message>
        <message>
            <source>It was taken back already.</source>
            <translation>It was taken back already.</translation>
        </message>
        <message>
            <source>It was written beside the backup; bring both.</source>
            <translation>It was written beside the backup; bring both.</translation>
        </message>
        <message>
            <source>Keep it apart from this computer: without it and the keyring nobody reads this desk.</source>
            <translation>Keep it apart from this computer: without it and the keyring nobody reads this desk.</translation>
        </message>
        <message>
            <source>Kept on this computer. Nobody else sees it.</source>
            <translation>Kept on this computer. Nobody else sees it.</translation>
        </message>
        <message>
            <source>Known: {names}.</source>
            <translation>Known: {names}.</translation>
        </message>
        <message>
            <source>Leave out --attach and --wait, or leave out --local.</source>
            <translation>Leave out --attach and --wait, or leave out --local.</translation>
        </message>
        <message>
            <source>Leave out user, password, “?” and “#”; credentials have fields of their own.</source>
            <translation>Leave out user, password, “?” and “#”; credentials have fields of their own.</translation>
        </message>
        <message>
            <source>Links look like workspace:ticket/ACCOUNT/ID.</source>
            <translation>Links look like workspace:ticket/ACCOUNT/ID.</translation>
        </message>
        <message>
            <source>Log in to a desktop or connect with `ssh -X`; `workspace --help` names the commands that need none.</source>
            <translation>Log in to a desktop or connect with `ssh -X`; `workspace --help` names the commands that need none.</translation>
        </message>
        <message>
            <source>Look at it again, or save yours as a copy.</source>
            <translation>Look at it again, or save yours as a copy.</translation>
        </message>
        <message>
            <source>Look at the accounts' state.</source>
            <translation>Look at the accounts' state.</translation>
        </message>
        <message>
            <source>Look at the backend. If it is right, sync this account once more.</source>
            <translation>Look at the backend. If it is right, sync this account once more.</translation>
        </message>
        <message>
            <source>Look at the ticket at the backend.</source>
            <translation>Look at the ticket at the backend.</translation>
        </message>
        <message>
            <source>Look at what changed, then send again or drop it.</source>
            <translation>Look at what changed, then send again or drop it.</translation>
        </message>
        <message>
            <source>Look into {logs} for the reason, then try again.</source>
            <translation>Look into {logs} for the reason, then try again.</translation>
        </message>
        <message>
            <source>Looking at a ticket without working on it needs a reason.</source>
            <translation>Looking at a ticket without working on it needs a reason.</translation>
        </message>
        <message>
            <source>Macros are files; they write nothing into the journal.</source>
            <translation>Macros are files; they write nothing into the journal.</translation>
        </message>
        <message>
            <source>Made {folder}. Its README.md says what comes next.</source>
            <translation>Made {folder}. Its README.md says what comes next.</translation>
        </message>
        <message>
            <source>Make a recovery code and write it down, then add the desk.</source>
            <translation>Make a recovery code and write it down, then add the desk.</translation>
        </message>
        <message>
            <source>Make it anew.</source>
            <translation>Make it anew.</translation>
        </message>
        <message>
            <source>Make it smaller.</source>
            <translation>Make it smaller.</translation>
        </message>
        <message>
            <source>Make one with `workspace recovery new`, then back up.</source>
            <translation>Make one with `workspace recovery new`, then back up.</translation>
        </message>
        <message>
            <source>Make room for a second copy of the base directory, then try again.</source>
            <translation>Make room for a second copy of the base directory, then try again.</translation>
        </message>
        <message>
            <source>Make room on the disk, or check that the base directory belongs to you.</source>
            <translation>Make room on the disk, or check that the base directory belongs to you.</translation>
        </message>
        <message>
            <source>Make room on the disk, or check that the base directory can be written; then try again.</source>
            <translation>Make room on the disk, or check that the base directory can be written; then try again.</translation>
        </message>
        <message>
            <source>Make room on the disk; if it is damaged, start Workspace again: the cache is checked then and, if need be, filled anew.</source>
            <translation>Make room on the disk; if it is damaged, start Workspace again: the cache is checked then and, if need be, filled anew.</translation>
        </message>
        <message>
            <source>Make the zip anew.</source>
            <translation>Make the zip anew.</translation>
        </message>
        <message>
            <source>Mend it, then save.</source>
            <translation>Mend it, then save.</translation>
        </message>
        <message>
            <source>Mind that the text holds {told}.</source>
            <translation>Mind that the text holds {told}.</translation>
        </message>
        <message>
            <source>Name a .toml file, or a folder of such.</source>
            <translation>Name a .toml file, or a folder of such.</translation>
        </message>
        <message>
            <source>No accounts yet.</source>
            <translation>No accounts yet.</translation>
        </message>
        <message>
            <source>No accounts yet. Add one: workspace account add CONNECTOR --name N</source>
            <translation>No accounts yet. Add one: workspace account add CONNECTOR --name N</translation>
        </message>
        <message>
            <source>No keyring of the operating system runs here, so the key that locks your data has no safe place.</source>
            <translation>No keyring of the operating system runs here, so the key that locks your data has no safe place.</translation>
        </message>
        <message>
            <source>No records yet.</source>
            <translation>No records yet.</translation>
        </message>
        <message>
            <source>No recovery code was made for this base directory.</source>
            <translation>No recovery code was made for this base directory.</translation>
        </message>
        <message>
            <source>No tickets here.</source>
            <translation>No tickets here.</translation>
        </message>
        <message>
            <source>Nothing found.</source>
            <translation>Nothing found.</translation>
        </message>
        <message>
            <source>Nothing is lost: what you write stays in the outbox, and it is started again by itself.</source>
            <translation>Nothing is lost: what you write stays in the outbox, and it is started again by itself.</translation>
        </message>
        <message>
            <source>Nothing to do.</source>
            <translation>Nothing to do.</translation>
        </message>
        <message>
            <source>Nothing to do: it goes on by itself.</source>
            <translation>Nothing to do: it goes on by itself.</translation>
        </message>
        <message>
            <source>Nothing to do: it is tried again by itself.</source>
            <translation>Nothing to do: it is tried again by itself.</translation>
        </message>
        <message>
            <source>Nothing waits.</source>
            <translation>Nothing waits.</translation>
        </message>
        <message>
            <source>Nothing was done here yet, so there is no trail.</source>
            <translation>Nothing was done here yet, so there is no trail.</translation>
        </message>
        <message>
            <source>Nothing was erased.</source>
            <translation>Nothing was erased.</translation>
        </message>
        <message>
            <source>Nothing was erased: Workspace is running on this base directory.</source>
            <translation>Nothing was erased: Workspace is running on this base directory.</translation>
        </message>
        <message>
            <source>Nothing was sent: the text holds {told}, and the settings don't let cards leave.</source>
            <translation>Nothing was sent: the text holds {told}, and the settings don't let cards leave.</translation>
        </message>
        <message>
            <source>Of the account “{name}” {notes} notes are kept on this computer only and would be lost.</source>
            <translation>Of the account “{name}” {notes} notes are kept on this computer only and would be lost.</translation>
        </message>
        <message>
            <source>One window for contact-center agents, over any ticket backend.</source>
            <translation>One window for contact-center agents, over any ticket backend.</translation>
        </message>
        <message>
            <source>Only the newest part is shown.</source>
            <translation>Only the newest part is shown.</translation>
        </message>
        <message>
            <source>Only the newest part was searched; narrow it with before: or more words.</source>
            <translation>Only the newest part was searched; narrow it with before: or more words.</translation>
        </message>
        <message>
            <source>Open a new one.</source>
            <translation>Open a new one.</translation>
        </message>
        <message>
            <source>Open the desk once with an ordinary account.</source>
            <translation>Open the desk once with an ordinary account.</translation>
        </message>
        <message>
            <source>Open the ticket again.</source>
            <translation>Open the ticket again.</translation>
        </message>
        <message>
            <source>Open windows show it with their next change: {message}</source>
            <translation>Open windows show it with their next change: {message}</translation>
        </message>
        <message>
            <source>Over http:// everybody on the way could read the credentials.</source>
            <translation>Over http:// everybody on the way could read the credentials.</translation>
        </message>
        <message>
            <source>Put it back from a backup.</source>
            <translation>Put it back from a backup.</translation>
        </message>
        <message>
            <source>Put it back from a backup; nothing was changed.</source>
            <translation>Put it back from a backup; nothing was changed.</translation>
        </message>
        <message>
            <source>Put it into {folder}, or take it out of the macro.</source>
            <translation>Put it into {folder}, or take it out of the macro.</translation>
        </message>
        <message>
            <source>Put keys.json back from a backup; without it the data can't be read.</source>
            <translation>Put keys.json back from a backup; without it the data can't be read.</translation>
        </message>
        <message>
            <source>Queued as {command_id}.</source>
            <translation>Queued as {command_id}.</translation>
        </message>
        <message>
            <source>Queues here: {known}.</source>
            <translation>Queues here: {known}.</translation>
        </message>
        <message>
            <source>RT did not change {names}.{tail}</source>
            <translation>RT did not change {names}.{tail}</translation>
        </message>
        <message>
            <source>RT does not show this ticket in searches.</source>
            <translation>RT does not show this ticket in searches.</translation>
        </message>
        <message>
            <source>RT no longer has the changes read last; it is read anew.</source>
            <translation>RT no longer has the changes read last; it is read anew.</translation>
        </message>
        <message>
            <source>RT numbers its tickets; this is not one of its numbers.</source>
            <translation>RT numbers its tickets; this is not one of its numbers.</translation>
        </message>
        <message>
            <source>Read what they wrote, then send it after all, or edit it.</source>
            <translation>Read what they wrote, then send it after all, or edit it.</translation>
        </message>
        <message>
            <source>Record {seq} is another than the one that was remembered.</source>
            <translation>Record {seq} is another than the one that was remembered.</translation>
        </message>
        <message>
            <source>Record {seq} is missing; those before it are as they were written.</source>
            <translation>Record {seq} is missing; those before it are as they were written.</translation>
        </message>
        <message>
            <source>Record {seq} is not as it was written; those before it are.</source>
            <translation>Record {seq} is not as it was written; those before it are.</translation>
        </message>
        <message>
            <source>Recovery code: {paths}</source>
            <translation>Recovery code: {paths}</translation>
        </message>
        <message>
            <source>Reinstall it, or report it to its author.</source>
            <translation>Reinstall it, or report it to its author.</translation>
        </message>
        <message>
            <source>Remove or rename one of them.</source>
            <translation>Remove or rename one of them.</translation>
        </message>
        <message>
            <source>Report it to its author; the reason is in the engine's log.</source>
            <translation>Report it to its author; the reason is in the engine's log.</translation>
        </message>
        <message>
            <source>Report it to the author of the connector; the account is paused.</source>
            <translation>Report it to the author of the connector; the account is paused.</translation>
        </message>
        <message>
            <source>Restore a backup, or begin with a new base directory.</source>
            <translation>Restore a backup, or begin with a new base directory.</translation>
        </message>
        <message>
            <source>Resume it to go on.</source>
            <translation>Resume it to go on.</translation>
        </message>
        <message>
            <source>Run `workspace sync --once --account {name}`, then try again.</source>
            <translation>Run `workspace sync --once --account {name}`, then try again.</translation>
        </message>
        <message>
            <source>Say that they may go, or copy them first: a search for is:local finds them.</source>
            <translation>Say that they may go, or copy them first: a search for is:local finds them.</translation>
        </message>
        <message>
            <source>Say whether to skip them, replace yours, or keep both.</source>
            <translation>Say whether to skip them, replace yours, or keep both.</translation>
        </message>
        <message>
            <source>Say why: it is kept in the audit trail.</source>
            <translation>Say why: it is kept in the audit trail.</translation>
        </message>
        <message>
            <source>See `from: status: tag: before:` … in the help.</source>
            <translation>See `from: status: tag: before:` … in the help.</translation>
        </message>
        <message>
            <source>See `workspace audit verify`.</source>
            <translation>See `workspace audit verify`.</translation>
        </message>
        <message>
            <source>See `workspace macros list`.</source>
            <translation>See `workspace macros list`.</translation>
        </message>
        <message>
            <source>See `workspace outbox`.</source>
            <translation>See `workspace outbox`.</translation>
        </message>
        <message>
            <source>Send a correction instead.</source>
            <translation>Send a correction instead.</translation>
        </message>
        <message>
            <source>Send or discard them first.</source>
            <translation>Send or discard them first.</translation>
        </message>
        <message>
            <source>Sent; the backend calls it {remote_id}.</source>
            <translation>Sent; the backend calls it {remote_id}.</translation>
        </message>
        <message>
            <source>Showing what is cached: {message}</source>
            <translation>Showing what is cached: {message}</translation>
        </message>
        <message>
            <source>Somebody changed the {name} meanwhile: it is “{shown}” now.</source>
            <translation>Somebody changed the {name} meanwhile: it is “{shown}” now.</translation>
        </message>
        <message>
            <source>Something answers at this address, but it is no {title}.</source>
            <translation>Something answers at this address, but it is no {title}.</translation>
        </message>
        <message>
            <source>Something unexpected went wrong in the sync engine.</source>
            <translation>Something unexpected went wrong in the sync engine.</translation>
        </message>
        <message>
            <source>Start a keyring (GNOME Keyring or KWallet), or start with `--passphrase-file FILE`, a file with a passphrase of your own.</source>
            <translation>Start a keyring (GNOME Keyring or KWallet), or start with `--passphrase-file FILE`, a file with a passphrase of your own.</translation>
        </message>
        <message>
            <source>Start it again.</source>
            <translation>Start it again.</translation>
        </message>
        <message>
            <source>Start the newer version of Workspace, or use another base directory.</source>
            <translation>Start the newer version of Workspace, or use another base directory.</translation>
        </message>
        <message>
            <source>Start the newer version of Workspace.</source>
            <translation>Start the newer version of Workspace.</translation>
        </message>
        <message>
            <source>Start the newer version, or use another base directory.</source>
            <translation>Start the newer version, or use another base directory.</translation>
        </message>
        <message>
            <source>Start with `--passphrase-file FILE`, or use the recovery code.</source>
            <translation>Start with `--passphrase-file FILE`, or use the recovery code.</translation>
        </message>
        <message>
            <source>Start with {kept_in} running, or use the recovery code to move the key.</source>
            <translation>Start with {kept_in} running, or use the recovery code to move the key.</translation>
        </message>
        <message>
            <source>Start without `--passphrase-file`.</source>
            <translation>Start without `--passphrase-file`.</translation>
        </message>
        <message>
            <source>Start {wanted} (on Linux within your desktop session), or use the recovery code.</source>
            <translation>Start {wanted} (on Linux within your desktop session), or use the recovery code.</translation>
        </message>
        <message>
            <source>Syncing until stopped (Ctrl+C).</source>
            <translation>Syncing until stopped (Ctrl+C).</translation>
        </message>
        <message>
            <source>Take a part of them.</source>
            <translation>Take a part of them.</translation>
        </message>
        <message>
            <source>Take away their right: chmod go-w “{place}”, and check who owns it.</source>
            <translation>Take away their right: chmod go-w “{place}”, and check who owns it.</translation>
        </message>
        <message>
            <source>Take it out of the zip.</source>
            <translation>Take it out of the zip.</translation>
        </message>
        <message>
            <source>Take the number out of the text.</source>
            <translation>Take the number out of the text.</translation>
        </message>
        <message>
            <source>Taken back; its text is the ticket's draft.</source>
            <translation>Taken back; its text is the ticket's draft.</translation>
        </message>
        <message>
            <source>The account does not say which RT user it is.</source>
            <translation>The account does not say which RT user it is.</translation>
        </message>
        <message>
            <source>The account of this attachment is not connected.</source>
            <translation>The account of this attachment is not connected.</translation>
        </message>
        <message>
            <source>The account or the engine is ending.</source>
            <translation>The account or the engine is ending.</translation>
        </message>
        <message>
            <source>The account was closed while a request waited.</source>
            <translation>The account was closed while a request waited.</translation>
        </message>
        <message>
            <source>The account “{name}” can't be used: its connector is not there.</source>
            <translation>The account “{name}” can't be used: its connector is not there.</translation>
        </message>
        <message>
            <source>The account “{name}” still holds {unsent} unsent commands and {drafts} drafts, which would be lost.</source>
            <translation>The account “{name}” still holds {unsent} unsent commands and {drafts} drafts, which would be lost.</translation>
        </message>
        <message>
            <source>The address of the account holds more than a place.</source>
            <translation>The address of the account holds more than a place.</translation>
        </message>
        <message>
            <source>The address of the account is not a web address.</source>
            <translation>The address of the account is not a web address.</translation>
        </message>
        <message>
            <source>The answer is larger than {cap} bytes; it was cut off.</source>
            <translation>The answer is larger than {cap} bytes; it was cut off.</translation>
        </message>
        <message>
            <source>The arguments of “{method}” do not fit.</source>
            <translation>The arguments of “{method}” do not fit.</translation>
        </message>
        <message>
            <source>The attachment came damaged from the server.</source>
            <translation>The attachment came damaged from the server.</translation>
        </message>
        <message>
            <source>The attachment was cut off on its way.</source>
            <translation>The attachment was cut off on its way.</translation>
        </message>
        <message>
            <source>The backup could not be written ({error}).</source>
            <translation>The backup could not be written ({error}).</translation>
        </message>
        <message>
            <source>The base directory {base} can't be used ({strerror}).</source>
            <translation>The base directory {base} can't be used ({strerror}).</translation>
        </message>
        <message>
            <source>The cache can't be read or written ({error}).</source>
            <translation>The cache can't be read or written ({error}).</translation>
        </message>
        <message>
            <source>The connection to the backend was lost.</source>
            <translation>The connection to the backend was lost.</translation>
        </message>
        <message>
            <source>The connection to this account is just being closed.</source>
            <translation>The connection to this account is just being closed.</translation>
        </message>
        <message>
            <source>The connector gave a value that can't be stored ({e}).</source>
            <translation>The connector gave a value that can't be stored ({e}).</translation>
        </message>
        <message>
            <source>The connector “{connector}” can't be used with these settings ({__name__}).</source>
            <translation>The connector “{connector}” can't be used with these settings ({__name__}).</translation>
        </message>
        <message>
            <source>The connector “{name}” failed ({__name__}).</source>
            <translation>The connector “{name}” failed ({__name__}).</translation>
        </message>
        <message>
            <source>The connector “{name}” failed in {rule} ({text}).</source>
            <translation>The connector “{name}” failed in {rule} ({text}).</translation>
        </message>
        <message>
            <source>The connector “{name}” gave a page of “{feed}” without a cursor.</source>
            <translation>The connector “{name}” gave a page of “{feed}” without a cursor.</translation>
        </message>
        <message>
            <source>The connector “{name}” gave attachments not as bytes.</source>
            <translation>The connector “{name}” gave attachments not as bytes.</translation>
        </message>
        <message>
            <source>The connector “{name}” in {where} breaks the contract: {faults}</source>
            <translation>The connector “{name}” in {where} breaks the contract: {faults}</translation>
        </message>
        <message>
            <source>The connector “{name}” in {where} can't be loaded ({reason}).</source>
            <translation>The connector “{name}” in {where} can't be loaded ({reason}).</translation>
        </message>
        <message>
            <source>The connector “{name}” in {where} lacks {abstract}.</source>
            <translation>The connector “{name}” in {where} lacks {abstract}.</translation>
        </message>
        <message>
            <source>The connector “{name}” is not installed.</source>
            <translation>The connector “{name}” is not installed.</translation>
        </message>
        <message>
            <source>The connector “{name}” says that a ticket has older entries, but not where.</source>
            <translation>The connector “{name}” says that a ticket has older entries, but not where.</translation>
        </message>
        <message>
            <source>The connector “{name}” stands still in its feed “{feed}”.</source>
            <translation>The connector “{name}” stands still in its feed “{feed}”.</translation>
        </message>
        <message>
            <source>The customer has no address for {channel}.</source>
            <translation>The customer has no address for {channel}.</translation>
        </message>
        <message>
            <source>The customer wrote again after this reply was put off to a later time, so it was not sent.</source>
            <translation>The customer wrote again after this reply was put off to a later time, so it was not sent.</translation>
        </message>
        <message>
            <source>The damaged file {name} can't be moved away ({strerror}).</source>
            <translation>The damaged file {name} can't be moved away ({strerror}).</translation>
        </message>
        <message>
            <source>The data of this base directory can't be read with this key.</source>
            <translation>The data of this base directory can't be read with this key.</translation>
        </message>
        <message>
            <source>The desk can't go on from here: this is no cursor of its own.</source>
            <translation>The desk can't go on from here: this is no cursor of its own.</translation>
        </message>
        <message>
            <source>The desk can't go on from here: this is no place of its own.</source>
            <translation>The desk can't go on from here: this is no place of its own.</translation>
        </message>
        <message>
            <source>The desk could not be erased from ({error}).</source>
            <translation>The desk could not be erased from ({error}).</translation>
        </message>
        <message>
            <source>The desk has no field “{name}”.</source>
            <translation>The desk has no field “{name}”.</translation>
        </message>
        <message>
            <source>The desk has no priority “{priority}”.</source>
            <translation>The desk has no priority “{priority}”.</translation>
        </message>
        <message>
            <source>The desk has no status “{status}”.</source>
            <translation>The desk has no status “{status}”.</translation>
        </message>
        <message>
            <source>The desk has no such attachment; it may have been deleted.</source>
            <translation>The desk has no such attachment; it may have been deleted.</translation>
        </message>
        <message>
            <source>The desk has no such entry; it may have been deleted.</source>
            <translation>The desk has no such entry; it may have been deleted.</translation>
        </message>
        <message>
            <source>The desk has no ticket {ticket_id}; it may have been deleted.</source>
            <translation>The desk has no ticket {ticket_id}; it may have been deleted.</translation>
        </message>
        <message>
            <source>The desk has no {name} “{value}”.</source>
            <translation>The desk has no {name} “{value}”.</translation>
        </message>
        <message>
            <source>The desk is behind this cursor; its history is read anew.</source>
            <translation>The desk is behind this cursor; its history is read anew.</translation>
        </message>
        <message>
            <source>The desk is in use, so nothing was restored.</source>
            <translation>The desk is in use, so nothing was restored.</translation>
        </message>
        <message>
            <source>The desk knows no agent of this name and address.</source>
            <translation>The desk knows no agent of this name and address.</translation>
        </message>
        <message>
            <source>The desk knows no such person.</source>
            <translation>The desk knows no such person.</translation>
        </message>
        <message>
            <source>The desk refused this: {reason}.</source>
            <translation>The desk refused this: {reason}.</translation>
        </message>
        <message>
            <source>The desk was restored or replaced; its history is read anew.</source>
            <translation>The desk was restored or replaced; its history is read anew.</translation>
        </message>
        <message>
            <source>The desk's file can't be brought up to date: {error}.</source>
            <translation>The desk's file can't be brought up to date: {error}.</translation>
        </message>
        <message>
            <source>The desk's file can't be opened: {error}</source>
            <translation>The desk's file can't be opened: {error}</translation>
        </message>
        <message>
            <source>The desk's file can't be read with this key: {error}</source>
            <translation>The desk's file can't be read with this key: {error}</translation>
        </message>
        <message>
            <source>The desk's file can't be used just now: {reason}.</source>
            <translation>The desk's file can't be used just now: {reason}.</translation>
        </message>
        <message>
            <source>The desk's folder can't be made: {strerror}.</source>
            <translation>The desk's folder can't be made: {strerror}.</translation>
        </message>
        <message>
            <source>The download was cancelled.</source>
            <translation>The download was cancelled.</translation>
        </message>
        <message>
            <source>The engine has no method “{name}”.</source>
            <translation>The engine has no method “{name}”.</translation>
        </message>
        <message>
            <source>The engine is ending.</source>
            <translation>The engine is ending.</translation>
        </message>
        <message>
            <source>The engine is not running, so this can't be done right now.</source>
            <translation>The engine is not running, so this can't be done right now.</translation>
        </message>
        <message>
            <source>The environment asks for the keyring {chosen}, which is not a store of the operating system; the key is not put there.</source>
            <translation>The environment asks for the keyring {chosen}, which is not a store of the operating system; the key is not put there.</translation>
        </message>
        <message>
            <source>The field “{name}” holds one value only.</source>
            <translation>The field “{name}” holds one value only.</translation>
        </message>
        <message>
            <source>The file audit.head is missing or forged, so a cut-off end of the trail can't be told; the {rows} records there are follow from each other.</source>
            <translation>The file audit.head is missing or forged, so a cut-off end of the trail can't be told; the {rows} records there are follow from each other.</translation>
        </message>
        <message>
            <source>The file audit.head was missing when record {seq} was written; what may have been cut off before it can't be told.</source>
            <translation>The file audit.head was missing when record {seq} was written; what may have been cut off before it can't be told.</translation>
        </message>
        <message>
            <source>The file can't be kept on this computer ({strerror}).</source>
            <translation>The file can't be kept on this computer ({strerror}).</translation>
        </message>
        <message>
            <source>The file can't be saved there ({strerror}).</source>
            <translation>The file can't be saved there ({strerror}).</translation>
        </message>
        <message>
            <source>The file is no longer on this computer.</source>
            <translation>The file is no longer on this computer.</translation>
        </message>
        <message>
            <source>The file keys.json can't be read ({strerror}).</source>
            <translation>The file keys.json can't be read ({strerror}).</translation>
        </message>
        <message>
            <source>The file keys.json can't be written ({strerror}).</source>
            <translation>The file keys.json can't be written ({strerror}).</translation>
        </message>
        <message>
            <source>The file keys.json is damaged.</source>
            <translation>The file keys.json is damaged.</translation>
        </message>
        <message>
            <source>The file keys.json is missing, and with it the way to this base directory's key.</source>
            <translation>The file keys.json is missing, and with it the way to this base directory's key.</translation>
        </message>
        <message>
            <source>The file keys.json was written by a newer Workspace.</source>
            <translation>The file keys.json was written by a newer Workspace.</translation>
        </message>
        <message>
            <source>The file {name} can't be opened ({error}).</source>
            <translation>The file {name} can't be opened ({error}).</translation>
        </message>
        <message>
            <source>The file {name} can't be read with this key ({error}).</source>
            <translation>The file {name} can't be read with this key ({error}).</translation>
        </message>
        <message>
            <source>The folder {folder} holds no connector: neither __init__.py nor {name}.py is in it.</source>
            <translation>The folder {folder} holds no connector: neither __init__.py nor {name}.py is in it.</translation>
        </message>
        <message>
            <source>The journal can't be read ({error}).</source>
            <translation>The journal can't be read ({error}).</translation>
        </message>
        <message>
            <source>The journal is gone from its place ({strerror}).</source>
            <translation>The journal is gone from its place ({strerror}).</translation>
        </message>
        <message>
            <source>The journal was repaired at this very moment, so nothing was kept.</source>
            <translation>The journal was repaired at this very moment, so nothing was kept.</translation>
        </message>
        <message>
            <source>The key could not be changed ({error}). The old one is still good.</source>
            <translation>The key could not be changed ({error}). The old one is still good.</translation>
        </message>
        <message>
            <source>The key file {file} can't be read.</source>
            <translation>The key file {file} can't be read.</translation>
        </message>
        <message>
            <source>The key found is not the one that this base directory's data is locked with.</source>
            <translation>The key found is not the one that this base directory's data is locked with.</translation>
        </message>
        <message>
            <source>The key of this base directory lies in the keyring ({keyring}), not under a passphrase.</source>
            <translation>The key of this base directory lies in the keyring ({keyring}), not under a passphrase.</translation>
        </message>
        <message>
            <source>The key of this base directory lies in {kept_in}, but this session offers {name}. Nothing was changed.</source>
            <translation>The key of this base directory lies in {kept_in}, but this session offers {name}. Nothing was changed.</translation>
        </message>
        <message>
            <source>The key of this base directory lies in {wanted}, which does not run in this session. Nothing was changed.</source>
            <translation>The key of this base directory lies in {wanted}, which does not run in this session. Nothing was changed.</translation>
        </message>
        <message>
            <source>The key of this base directory lies under a passphrase.</source>
            <translation>The key of this base directory lies under a passphrase.</translation>
        </message>
        <message>
            <source>The key was not changed: Workspace is running on this base directory.</source>
            <translation>The key was not changed: Workspace is running on this base directory.</translation>
        </message>
        <message>
            <source>The key was not changed: the audit trail is broken at record {seq}, and a new key would hide that.</source>
            <translation>The key was not changed: the audit trail is broken at record {seq}, and a new key would hide that.</translation>
        </message>
        <message>
            <source>The key was not changed: the desk of “{name}” lies outside of the base directory, where it can't be exchanged together with the rest.</source>
            <translation>The key was not changed: the desk of “{name}” lies outside of the base directory, where it can't be exchanged together with the rest.</translation>
        </message>
        <message>
            <source>The keyring of this system failed ({__name__}).</source>
            <translation>The keyring of this system failed ({__name__}).</translation>
        </message>
        <message>
            <source>The macro can't be saved: {message}.</source>
            <translation>The macro can't be saved: {message}.</translation>
        </message>
        <message>
            <source>The macro's file “{name}” is not there.</source>
            <translation>The macro's file “{name}” is not there.</translation>
        </message>
        <message>
            <source>The message is empty; RT would send it all the same.</source>
            <translation>The message is empty; RT would send it all the same.</translation>
        </message>
        <message>
            <source>The new connector has no name.</source>
            <translation>The new connector has no name.</translation>
        </message>
        <message>
            <source>The outbox has no {id}.</source>
            <translation>The outbox has no {id}.</translation>
        </message>
        <message>
            <source>The passphrase file {file} can't be read ({strerror}).</source>
            <translation>The passphrase file {file} can't be read ({strerror}).</translation>
        </message>
        <message>
            <source>The passphrase file {file} is empty.</source>
            <translation>The passphrase file {file} is empty.</translation>
        </message>
        <message>
            <source>The passphrase is wrong.</source>
            <translation>The passphrase is wrong.</translation>
        </message>
        <message>
            <source>The place in RT's changes is not readable; they are read anew.</source>
            <translation>The place in RT's changes is not readable; they are read anew.</translation>
        </message>
        <message>
            <source>The place in RT's changes is of another kind; they are read anew.</source>
            <translation>The place in RT's changes is of another kind; they are read anew.</translation>
        </message>
        <message>
            <source>The place in RT's tickets is not readable; they are read anew.</source>
            <translation>The place in RT's tickets is not readable; they are read anew.</translation>
        </message>
        <message>
            <source>The place in RT's tickets is of another kind; they are read anew.</source>
            <translation>The place in RT's tickets is of another kind; they are read anew.</translation>
        </message>
        <message>
            <source>The reason is in {logs}.</source>
            <translation>The reason is in {logs}.</translation>
        </message>
        <message>
            <source>The recovery code has a typing error.</source>
            <translation>The recovery code has a typing error.</translation>
        </message>
        <message>
            <source>The server answered with a web page (status {status}).</source>
            <translation>The server answered with a web page (status {status}).</translation>
        </message>
        <message>
            <source>The server answered with status {status}, which is not expected here.</source>
            <translation>The server answered with status {status}, which is not expected here.</translation>
        </message>
        <message>
            <source>The server answered, but not as Request Tracker does.</source>
            <translation>The server answered, but not as Request Tracker does.</translation>
        </message>
        <message>
            <source>The server asks for fewer requests.</source>
            <translation>The server asks for fewer requests.</translation>
        </message>
        <message>
            <source>The server could not be reached: {what}.</source>
            <translation>The server could not be reached: {what}.</translation>
        </message>
        <message>
            <source>The server does not allow this.{tail}</source>
            <translation>The server does not allow this.{tail}</translation>
        </message>
        <message>
            <source>The server failed (status {status}) and may have taken it.</source>
            <translation>The server failed (status {status}) and may have taken it.</translation>
        </message>
        <message>
            <source>The server failed (status {status}).</source>
            <translation>The server failed (status {status}).</translation>
        </message>
        <message>
            <source>The server has no content for this attachment.</source>
            <translation>The server has no content for this attachment.</translation>
        </message>
        <message>
            <source>The server may have taken it, but {what}.</source>
            <translation>The server may have taken it, but {what}.</translation>
        </message>
        <message>
            <source>The server no longer has this.{tail}</source>
            <translation>The server no longer has this.{tail}</translation>
        </message>
        <message>
            <source>The server redirects in a circle.</source>
            <translation>The server redirects in a circle.</translation>
        </message>
        <message>
            <source>The server redirects to another place; the credentials stay here.</source>
            <translation>The server redirects to another place; the credentials stay here.</translation>
        </message>
        <message>
            <source>The server refused it (status {status}).{tail}</source>
            <translation>The server refused it (status {status}).{tail}</translation>
        </message>
        <message>
            <source>The server refused the credentials.</source>
            <translation>The server refused the credentials.</translation>
        </message>
        <message>
            <source>The server sends changes elsewhere; nothing was changed.</source>
            <translation>The server sends changes elsewhere; nothing was changed.</translation>
        </message>
        <message>
            <source>The server took the change but answered with another address.</source>
            <translation>The server took the change but answered with another address.</translation>
        </message>
        <message>
            <source>The server {what}, so nothing could be read.</source>
            <translation>The server {what}, so nothing could be read.</translation>
        </message>
        <message>
            <source>The server's answer did not arrive: {what}.</source>
            <translation>The server's answer did not arrive: {what}.</translation>
        </message>
        <message>
            <source>The stored command was changed or damaged on the disk, so it was not sent.</source>
            <translation>The stored command was changed or damaged on the disk, so it was not sent.</translation>
        </message>
        <message>
            <source>The stored credentials of this account can't be opened any more.</source>
            <translation>The stored credentials of this account can't be opened any more.</translation>
        </message>
        <message>
            <source>The sync engine can't be started ({strerror}).</source>
            <translation>The sync engine can't be started ({strerror}).</translation>
        </message>
        <message>
            <source>The sync engine did not answer “{method}” in time.</source>
            <translation>The sync engine did not answer “{method}” in time.</translation>
        </message>
        <message>
            <source>The sync engine did not start in time.</source>
            <translation>The sync engine did not start in time.</translation>
        </message>
        <message>
            <source>The sync engine ended as soon as it was started.</source>
            <translation>The sync engine ended as soon as it was started.</translation>
        </message>
        <message>
            <source>The sync engine is ending.</source>
            <translation>The sync engine is ending.</translation>
        </message>
        <message>
            <source>The sync engine is not running.</source>
            <translation>The sync engine is not running.</translation>
        </message>
        <message>
            <source>The sync engine that runs here belongs to another version of Workspace.</source>
            <translation>The sync engine that runs here belongs to another version of Workspace.</translation>
        </message>
        <message>
            <source>The text is empty, so nothing was sent.</source>
            <translation>The text is empty, so nothing was sent.</translation>
        </message>
        <message>
            <source>The ticket kept changing while the change was made.</source>
            <translation>The ticket kept changing while the change was made.</translation>
        </message>
        <message>
            <source>The ticket no longer goes to {recipient}; RT would send the reply to others.</source>
            <translation>The ticket no longer goes to {recipient}; RT would send the reply to others.</translation>
        </message>
        <message>
            <source>The ticket was deleted in RT.</source>
            <translation>The ticket was deleted in RT.</translation>
        </message>
        <message>
            <source>The ticket was merged into #{into} in RT.</source>
            <translation>The ticket was merged into #{into} in RT.</translation>
        </message>
        <message>
            <source>The ticket {contact} is not in the cache, or belongs to nobody.</source>
            <translation>The ticket {contact} is not in the cache, or belongs to nobody.</translation>
        </message>
        <message>
            <source>The ticket {ref} is not in the cache.</source>
            <translation>The ticket {ref} is not in the cache.</translation>
        </message>
        <message>
            <source>The trail ends too early: record {seq} and what came after it is gone.</source>
            <translation>The trail ends too early: record {seq} and what came after it is gone.</translation>
        </message>
        <message>
            <source>The zip holds too many files.</source>
            <translation>The zip holds too many files.</translation>
        </message>
        <message>
            <source>There are macros of these names already: {clashing}.</source>
            <translation>There are macros of these names already: {clashing}.</translation>
        </message>
        <message>
            <source>There are no macros yet.</source>
            <translation>There are no macros yet.</translation>
        </message>
        <message>
            <source>There are too many files called {name} there.</source>
            <translation>There are too many files called {name} there.</translation>
        </message>
        <message>
            <source>There are two connectors “{name}”; the one in {where} is not used.</source>
            <translation>There are two connectors “{name}”; the one in {where} is not used.</translation>
        </message>
        <message>
            <source>There is a macro “{id}” already.</source>
            <translation>There is a macro “{id}” already.</translation>
        </message>
        <message>
            <source>There is an account “{name}” already.</source>
            <translation>There is an account “{name}” already.</translation>
        </message>
        <message>
            <source>There is no REST2 of Request Tracker at this address.</source>
            <translation>There is no REST2 of Request Tracker at this address.</translation>
        </message>
        <message>
            <source>There is no account “{name}”.</source>
            <translation>There is no account “{name}”.</translation>
        </message>
        <message>
            <source>There is no backup at {source}.</source>
            <translation>There is no backup at {source}.</translation>
        </message>
        <message>
            <source>There is no connector “{name}” on this machine.</source>
            <translation>There is no connector “{name}” on this machine.</translation>
        </message>
        <message>
            <source>There is no desk here yet, and a session that only reads makes none.</source>
            <translation>There is no desk here yet, and a session that only reads makes none.</translation>
        </message>
        <message>
            <source>There is no desk to back up here.</source>
            <translation>There is no desk to back up here.</translation>
        </message>
        <message>
            <source>There is no display here, so no window can open.</source>
            <translation>There is no display here, so no window can open.</translation>
        </message>
        <message>
            <source>There is no macro in it.</source>
            <translation>There is no macro in it.</translation>
        </message>
        <message>
            <source>There is no macro “{identity}”.</source>
            <translation>There is no macro “{identity}”.</translation>
        </message>
        <message>
            <source>There is no order “{order}”.</source>
            <translation>There is no order “{order}”.</translation>
        </message>
        <message>
            <source>There is no queue of your own called “{name}”.</source>
            <translation>There is no queue of your own called “{name}”.</translation>
        </message>
        <message>
            <source>There is no queue “{key}”.</source>
            <translation>There is no queue “{key}”.</translation>
        </message>
        <message>
            <source>There is no queue “{queue}”.</source>
            <translation>There is no queue “{queue}”.</translation>
        </message>
        <message>
            <source>There is no recovery code yet, and without one the backup could be read on this computer only.</source>
            <translation>There is no recovery code yet, and without one the backup could be read on this computer only.</translation>
        </message>
        <message>
            <source>There is no such command in the outbox.</source>
            <translation>There is no such command in the outbox.</translation>
        </message>
        <message>
            <source>There is no such file.</source>
            <translation>There is no such file.</translation>
        </message>
        <message>
            <source>There is no {path}.</source>
            <translation>There is no {path}.</translation>
        </message>
        <message>
            <source>There is no {source}.</source>
            <translation>There is no {source}.</translation>
        </message>
        <message>
            <source>This RT has no status for “{word}”; it has {names}.</source>
            <translation>This RT has no status for “{word}”; it has {names}.</translation>
        </message>
        <message>
            <source>This account is not connected.</source>
            <translation>This account is not connected.</translation>
        </message>
        <message>
            <source>This attachment is no longer in the cache.</source>
            <translation>This attachment is no longer in the cache.</translation>
        </message>
        <message>
            <source>This base directory has not been used yet.</source>
            <translation>This base directory has not been used yet.</translation>
        </message>
        <message>
            <source>This command does not wait for your decision.</source>
            <translation>This command does not wait for your decision.</translation>
        </message>
        <message>
            <source>This command id was already used for something else.</source>
            <translation>This command id was already used for something else.</translation>
        </message>
        <message>
            <source>This command is on its way, in doubt, or done; it is not sent again.</source>
            <translation>This command is on its way, in doubt, or done; it is not sent again.</translation>
        </message>
        <message>
            <source>This desk holds tickets already; only an empty one can be filled.</source>
            <translation>This desk holds tickets already; only an empty one can be filled.</translation>
        </message>
        <message>
            <source>This desk is of an older schema, and a session that only reads can't bring it up.</source>
            <translation>This desk is of an older schema, and a session that only reads can't bring it up.</translation>
        </message>
        <message>
            <source>This desk was written by a newer Workspace.</source>
            <translation>This desk was written by a newer Workspace.</translation>
        </message>
        <message>
            <source>This desk would be the only copy of its tickets: if the keyring of this system were lost or the passphrase forgotten, nobody could read it any more.</source>
            <translation>This desk would be the only copy of its tickets: if the keyring of this system were lost or the passphrase forgotten, nobody could read it any more.</translation>
        </message>
        <message>
            <source>This installation lacks SQLCipher, so data would lie unencrypted on the disk.</source>
            <translation>This installation lacks SQLCipher, so data would lie unencrypted on the disk.</translation>
        </message>
        <message>
            <source>This is not a link of Workspace.</source>
            <translation>This is not a link of Workspace.</translation>
        </message>
        <message>
            <source>This is not the recovery code or passphrase that the backup was made with.</source>
            <translation>This is not the recovery code or passphrase that the backup was made with.</translation>
        </message>
        <message>
            <source>This is too large for the sync engine.</source>
            <translation>This is too large for the sync engine.</translation>
        </message>
        <message>
            <source>This note was deleted already.</source>
            <translation>This note was deleted already.</translation>
        </message>
        <message>
            <source>This person has no address for {channel}.</source>
            <translation>This person has no address for {channel}.</translation>
        </message>
        <message>
            <source>This queue was deleted meanwhile.</source>
            <translation>This queue was deleted meanwhile.</translation>
        </message>
        <message>
            <source>This queue was deleted.</source>
            <translation>This queue was deleted.</translation>
        </message>
        <message>
            <source>This recovery code is not the one of this base directory.</source>
            <translation>This recovery code is not the one of this base directory.</translation>
        </message>
        <message>
            <source>This session only looks: the change was stopped before it left.</source>
            <translation>This session only looks: the change was stopped before it left.</translation>
        </message>
        <message>
            <source>This session only reads, so nothing was changed.</source>
            <translation>This session only reads, so nothing was changed.</translation>
        </message>
        <message>
            <source>This ticket belongs to somebody else.</source>
            <translation>This ticket belongs to somebody else.</translation>
        </message>
        <message>
            <source>This ticket has no such route.</source>
            <translation>This ticket has no such route.</translation>
        </message>
        <message>
            <source>This ticket is closed.</source>
            <translation>This ticket is closed.</translation>
        </message>
        <message>
            <source>This ticket is no longer here.</source>
            <translation>This ticket is no longer here.</translation>
        </message>
        <message>
            <source>Ticket {ticket_id} was merged into {merged_into}.</source>
            <translation>Ticket {ticket_id} was merged into {merged_into}.</translation>
        </message>
        <message>
            <source>Too many requests are under way at this server.</source>
            <translation>Too many requests are under way at this server.</translation>
        </message>
        <message>
            <source>Try again.</source>
            <translation>Try again.</translation>
        </message>
        <message>
            <source>Try again; the reason is in engine.log.</source>
            <translation>Try again; the reason is in engine.log.</translation>
        </message>
        <message>
            <source>Two macros attach different files called “{name}”.</source>
            <translation>Two macros attach different files called “{name}”.</translation>
        </message>
        <message>
            <source>Unlock it and try again, or start with `--passphrase-file FILE`, or use the recovery code if you have one.</source>
            <translation>Unlock it and try again, or start with `--passphrase-file FILE`, or use the recovery code if you have one.</translation>
        </message>
        <message>
            <source>Unlock the keyring and try again, or start with `--passphrase-file FILE`.</source>
            <translation>Unlock the keyring and try again, or start with `--passphrase-file FILE`.</translation>
        </message>
        <message>
            <source>Unlock the keyring, then try again; or use your recovery code.</source>
            <translation>Unlock the keyring, then try again; or use your recovery code.</translation>
        </message>
        <message>
            <source>Unlocked; the key lies in this system's keyring again.</source>
            <translation>Unlocked; the key lies in this system's keyring again.</translation>
        </message>
        <message>
            <source>Unset PYTHON_KEYRING_BACKEND, or start with `--passphrase-file FILE`.</source>
            <translation>Unset PYTHON_KEYRING_BACKEND, or start with `--passphrase-file FILE`.</translation>
        </message>
        <message>
            <source>Use an account that is not opened read-only.</source>
            <translation>Use an account that is not opened read-only.</translation>
        </message>
        <message>
            <source>Use another backup.</source>
            <translation>Use another backup.</translation>
        </message>
        <message>
            <source>Use letters, digits and hyphens.</source>
            <translation>Use letters, digits and hyphens.</translation>
        </message>
        <message>
            <source>Use mine, unassigned, mentions, breaching, snoozed, open, all, channel:NAME, account:NUMBER or team:NUMBER:TEAM.</source>
            <translation>Use mine, unassigned, mentions, breaching, snoozed, open, all, channel:NAME, account:NUMBER or team:NUMBER:TEAM.</translation>
        </message>
        <message>
            <source>Use one of {known}.</source>
            <translation>Use one of {known}.</translation>
        </message>
        <message>
            <source>Use only a-z, 0-9 and hyphens.</source>
            <translation>Use only a-z, 0-9 and hyphens.</translation>
        </message>
        <message>
            <source>Use small letters, digits and hyphens, for example “support-eu”.</source>
            <translation>Use small letters, digits and hyphens, for example “support-eu”.</translation>
        </message>
        <message>
            <source>Use the base directory or the recovery code that it was made with; else restore a backup of this desk.</source>
            <translation>Use the base directory or the recovery code that it was made with; else restore a backup of this desk.</translation>
        </message>
        <message>
            <source>Use the https:// address; http:// is taken for this machine only.</source>
            <translation>Use the https:// address; http:// is taken for this machine only.</translation>
        </message>
        <message>
            <source>Use the newest code; making a new one voids those before.</source>
            <translation>Use the newest code; making a new one voids those before.</translation>
        </message>
        <message>
            <source>Use the one that was good when it was made, not a later one.</source>
            <translation>Use the one that was good when it was made, not a later one.</translation>
        </message>
        <message>
            <source>Use the recovery code of this base directory.</source>
            <translation>Use the recovery code of this base directory.</translation>
        </message>
        <message>
            <source>Use the recovery code.</source>
            <translation>Use the recovery code.</translation>
        </message>
        <message>
            <source>Use the recovery code; without it the data can't be read.</source>
            <translation>Use the recovery code; without it the data can't be read.</translation>
        </message>
        <message>
            <source>Use {NAMED}, channel:NAME, account:NAME, team:ACCOUNT:ID or saved:NAME.</source>
            <translation>Use {NAMED}, channel:NAME, account:NAME, team:ACCOUNT:ID or saved:NAME.</translation>
        </message>
        <message>
            <source>Wait a moment and start again.</source>
            <translation>Wait a moment and start again.</translation>
        </message>
        <message>
            <source>Wait a moment and try again; the program goes on working meanwhile.</source>
            <translation>Wait a moment and try again; the program goes on working meanwhile.</translation>
        </message>
        <message>
            <source>Wait until the outbox says how it ended.</source>
            <translation>Wait until the outbox says how it ended.</translation>
        </message>
        <message>
            <source>What was deleted could not be overwritten yet ({error}).</source>
            <translation>What was deleted could not be overwritten yet ({error}).</translation>
        </message>
        <message>
            <source>What {keyring} holds for this base directory is not a key.</source>
            <translation>What {keyring} holds for this base directory is not a key.</translation>
        </message>
        <message>
            <source>What {where} offers as “{name}” is not a Connector class.</source>
            <translation>What {where} offers as “{name}” is not a Connector class.</translation>
        </message>
        <message>
            <source>Without a command the window opens. REF is ACCOUNT:REMOTE_ID as `workspace tickets` prints it.
Exit codes: 0 done, 1 refused, 2 usage, 3 queued only, 4 in doubt.
</source>
            <translation>Without a command the window opens. REF is ACCOUNT:REMOTE_ID as `workspace tickets` prints it.
Exit codes: 0 done, 1 refused, 2 usage, 3 queued only, 4 in doubt.
</translation>
        </message>
        <message>
            <source>Workspace is closing.</source>
            <translation>Workspace is closing.</translation>
        </message>
        <message>
            <source>Write --set NAME=VALUE.</source>
            <translation>Write --set NAME=VALUE.</translation>
        </message>
        <message>
            <source>Write `workspace connectors new NAME`.</source>
            <translation>Write `workspace connectors new NAME`.</translation>
        </message>
        <message>
            <source>Write a passphrase of your own into it.</source>
            <translation>Write a passphrase of your own into it.</translation>
        </message>
        <message>
            <source>Write it again.</source>
            <translation>Write it again.</translation>
        </message>
        <message>
            <source>Write it as ACCOUNT:REMOTE_ID, as `workspace tickets` prints it.</source>
            <translation>Write it as ACCOUNT:REMOTE_ID, as `workspace tickets` prints it.</translation>
        </message>
        <message>
            <source>Write something.</source>
            <translation>Write something.</translation>
        </message>
        <message>
            <source>Write word=open (or new, pending, on_hold, solved, closed).</source>
            <translation>Write word=open (or new, pending, on_hold, solved, closed).</translation>
        </message>
        <message>
            <source>Wrote {file}; read it before you send it.</source>
            <translation>Wrote {file}; read it before you send it.</translation>
        </message>
        <message>
            <source>`workspace account list` shows those there are.</source>
            <translation>`workspace account list` shows those there are.</translation>
        </message>
        <message>
            <source>a demo without live customers</source>
            <translation>a demo without live customers</translation>
        </message>
        <message>
            <source>actions</source>
            <translation>actions</translation>
        </message>
        <message>
            <source>add an account</source>
            <translation>add an account</translation>
        </message>
        <message>
            <source>add an internal note that customers never see</source>
            <translation>add an internal note that customers never see</translation>
        </message>
        <message>
            <source>add it without asking the backend</source>
            <translation>add it without asking the backend</translation>
        </message>
        <message>
            <source>add, list, check or remove accounts</source>
            <translation>add, list, check or remove accounts</translation>
        </message>
        <message>
            <source>all macros, shared ones too</source>
            <translation>all macros, shared ones too</translation>
        </message>
        <message>
            <source>also what was sent or cancelled</source>
            <translation>also what was sent or cancelled</translation>
        </message>
        <message>
            <source>also with unsent work, local notes or an embedded desk (its only copy)</source>
            <translation>also with unsent work, local notes or an embedded desk (its only copy)</translation>
        </message>
        <message>
            <source>an address, or a REF of their ticket</source>
            <translation>an address, or a REF of their ticket</translation>
        </message>
        <message>
            <source>an attachment could not be read whole</source>
            <translation>an attachment could not be read whole</translation>
        </message>
        <message>
            <source>an embedded desk is the only copy of its tickets</source>
            <translation>an embedded desk is the only copy of its tickets</translation>
        </message>
        <message>
            <source>answer the customer</source>
            <translation>answer the customer</translation>
        </message>
        <message>
            <source>answered with a web page instead of data</source>
            <translation>answered with a web page instead of data</translation>
        </message>
        <message>
            <source>argument {name}: {what}</source>
            <translation>argument {name}: {what}</translation>
        </message>
        <message>
            <source>back up or restore an embedded desk</source>
            <translation>back up or restore an embedded desk</translation>
        </message>
        <message>
            <source>bring in a zip, folder or file</source>
            <translation>bring in a zip, folder or file</translation>
        </message>
        <message>
            <source>bring the cache in step with the backends</source>
            <translation>bring the cache in step with the backends</translation>
        </message>
        <message>
            <source>cache size</source>
            <translation>cache size</translation>
        </message>
        <message>
            <source>change fields of a ticket</source>
            <translation>change fields of a ticket</translation>
        </message>
        <message>
            <source>check or list the trail of what was done</source>
            <translation>check or list the trail of what was done</translation>
        </message>
        <message>
            <source>commands</source>
            <translation>commands</translation>
        </message>
        <message>
            <source>don't ask; it can't be undone</source>
            <translation>don't ask; it can't be undone</translation>
        </message>
        <message>
            <source>erase a contact from this computer and its embedded desks</source>
            <translation>erase a contact from this computer and its embedded desks</translation>
        </message>
        <message>
            <source>error: {what}</source>
            <translation>error: {what}</translation>
        </message>
        <message>
            <source>every fault with its line</source>
            <translation>every fault with its line</translation>
        </message>
        <message>
            <source>everywhere</source>
            <translation>everywhere</translation>
        </message>
        <message>
            <source>expected at least one argument</source>
            <translation>expected at least one argument</translation>
        </message>
        <message>
            <source>expected one argument</source>
            <translation>expected one argument</translation>
        </message>
        <message>
            <source>files or folders</source>
            <translation>files or folders</translation>
        </message>
        <message>
            <source>fill and reuse this cache</source>
            <translation>fill and reuse this cache</translation>
        </message>
        <message>
            <source>hide a ticket until a time, or until the customer writes</source>
            <translation>hide a ticket until a time, or until the customer writes</translation>
        </message>
        <message>
            <source>invalid choice: {value} (choose from {choices})</source>
            <translation>invalid choice: {value} (choose from {choices})</translation>
        </message>
        <message>
            <source>invalid {type} value: {value}</source>
            <translation>invalid {type} value: {value}</translation>
        </message>
        <message>
            <source>its certificate is not valid for this address</source>
            <translation>its certificate is not valid for this address</translation>
        </message>
        <message>
            <source>its name is not known</source>
            <translation>its name is not known</translation>
        </message>
        <message>
            <source>keep it on this computer only; it is sent nowhere</source>
            <translation>keep it on this computer only; it is sent nowhere</translation>
        </message>
        <message>
            <source>kept in the audit trail</source>
            <translation>kept in the audit trail</translation>
        </message>
        <message>
            <source>letters a-z, digits, hyphen</source>
            <translation>letters a-z, digits, hyphen</translation>
        </message>
        <message>
            <source>list the accounts</source>
            <translation>list the accounts</translation>
        </message>
        <message>
            <source>list the connectors, or start a new one</source>
            <translation>list the connectors, or start a new one</translation>
        </message>
        <message>
            <source>list the queues with their counts</source>
            <translation>list the queues with their counts</translation>
        </message>
        <message>
            <source>list the tickets of a queue</source>
            <translation>list the tickets of a queue</translation>
        </message>
        <message>
            <source>list, check, export or import macros</source>
            <translation>list, check, export or import macros</translation>
        </message>
        <message>
            <source>look at a colleague's ticket; changes nothing, and is recorded</source>
            <translation>look at a colleague's ticket; changes nothing, and is recorded</translation>
        </message>
        <message>
            <source>make a recovery code, unlock with one, or change the key</source>
            <translation>make a recovery code, unlock with one, or change the key</translation>
        </message>
        <message>
            <source>measure this program on this machine</source>
            <translation>measure this program on this machine</translation>
        </message>
        <message>
            <source>mine, unassigned, mentions, breaching, snoozed, open, all, channel:X, account:NAME, saved:NAME</source>
            <translation>mine, unassigned, mentions, breaching, snoozed, open, all, channel:X, account:NAME, saved:NAME</translation>
        </message>
        <message>
            <source>name the first broken record</source>
            <translation>name the first broken record</translation>
        </message>
        <message>
            <source>newest, waiting, due</source>
            <translation>newest, waiting, due</translation>
        </message>
        <message>
            <source>no secure connection came about</source>
            <translation>no secure connection came about</translation>
        </message>
        <message>
            <source>nothing listens there</source>
            <translation>nothing listens there</translation>
        </message>
        <message>
            <source>of the computer it was made on; read from stdin</source>
            <translation>of the computer it was made on; read from stdin</translation>
        </message>
        <message>
            <source>one printed earlier and kept elsewhere</source>
            <translation>one printed earlier and kept elsewhere</translation>
        </message>
        <message>
            <source>only these</source>
            <translation>only these</translation>
        </message>
        <message>
            <source>only this account</source>
            <translation>only this account</translation>
        </message>
        <message>
            <source>options</source>
            <translation>options</translation>
        </message>
        <message>
            <source>parts, separated by commas</source>
            <translation>parts, separated by commas</translation>
        </message>
        <message>
            <source>positional arguments</source>
            <translation>positional arguments</translation>
        </message>
        <message>
            <source>print JSON</source>
            <translation>print JSON</translation>
        </message>
        <message>
            <source>prove address and credentials</source>
            <translation>prove address and credentials</translation>
        </message>
        <message>
            <source>put a desk back from its copy</source>
            <translation>put a desk back from its copy</translation>
        </message>
        <message>
            <source>ratios against saved ones</source>
            <translation>ratios against saved ones</translation>
        </message>
        <message>
            <source>read the secret from stdin</source>
            <translation>read the secret from stdin</translation>
        </message>
        <message>
            <source>remove an account and what is cached of it</source>
            <translation>remove an account and what is cached of it</translation>
        </message>
        <message>
            <source>return only when the backend has it (at most this long, default 120)</source>
            <translation>return only when the backend has it (at most this long, default 120)</translation>
        </message>
        <message>
            <source>return when everything is here</source>
            <translation>return when everything is here</translation>
        </message>
        <message>
            <source>samples a figure</source>
            <translation>samples a figure</translation>
        </message>
        <message>
            <source>say whether a command in doubt was sent</source>
            <translation>say whether a command in doubt was sent</translation>
        </message>
        <message>
            <source>search everything that is cached</source>
            <translation>search everything that is cached</translation>
        </message>
        <message>
            <source>send again what failed</source>
            <translation>send again what failed</translation>
        </message>
        <message>
            <source>sent an answer that is not JSON</source>
            <translation>sent an answer that is not JSON</translation>
        </message>
        <message>
            <source>sent an empty answer</source>
            <translation>sent an empty answer</translation>
        </message>
        <message>
            <source>show a ticket in the window, which starts if there is none</source>
            <translation>show a ticket in the window, which starts if there is none</translation>
        </message>
        <message>
            <source>show one ticket with its messages</source>
            <translation>show one ticket with its messages</translation>
        </message>
        <message>
            <source>show program's version number and exit</source>
            <translation>show program's version number and exit</translation>
        </message>
        <message>
            <source>show this help message and exit</source>
            <translation>show this help message and exit</translation>
        </message>
        <message>
            <source>status= assignee= (me, a name, empty) team= priority= tag+= tag-= cf.NAME=</source>
            <translation>status= assignee= (me, a name, empty) team= priority= tag+= tag-= cf.NAME=</translation>
        </message>
        <message>
            <source>take back what was not sent yet</source>
            <translation>take back what was not sent yet</translation>
        </message>
        <message>
            <source>the backend can't be reached now; it goes out by itself.</source>
            <translation>the backend can't be reached now; it goes out by itself.</translation>
        </message>
        <message>
            <source>the connection broke</source>
            <translation>the connection broke</translation>
        </message>
        <message>
            <source>the following arguments are required: {names}</source>
            <translation>the following arguments are required: {names}</translation>
        </message>
        <message>
            <source>the newest records</source>
            <translation>the newest records</translation>
        </message>
        <message>
            <source>the proxy does not answer</source>
            <translation>the proxy does not answer</translation>
        </message>
        <message>
            <source>the time was up</source>
            <translation>the time was up</translation>
        </message>
        <message>
            <source>tomorrow 9, 2시간 뒤</source>
            <translation>tomorrow 9, 2시간 뒤</translation>
        </message>
        <message>
            <source>unlock with the passphrase in this file instead of the keyring</source>
            <translation>unlock with the passphrase in this file instead of the keyring</translation>
        </message>
        <message>
            <source>unrecognized arguments: {names}</source>
            <translation>unrecognized arguments: {names}</translation>
        </message>
        <message>
            <source>usage: </source>
            <translation>usage: </translation>
        </message>
        <message>
            <source>wake it</source>
            <translation>wake it</translation>
        </message>
        <message>
            <source>what waits to be sent, and what became of it</source>
            <translation>what waits to be sent, and what became of it</translation>
        </message>
        <message>
            <source>where another one of a name is here</source>
            <translation>where another one of a name is here</translation>
        </message>
        <message>
            <source>where everything is kept</source>
            <translation>where everything is kept</translation>
        </message>
        <message>
            <source>window</source>
            <translation>window</translation>
        </message>
        <message>
            <source>with the passphrase of the base directory it was made in</source>
            <translation>with the passphrase of the base directory it was made in</translation>
        </message>
        <message>
            <source>work on a desk with sample data</source>
            <translation>work on a desk with sample data</translation>
        </message>
        <message>
            <source>workspace:ticket/ACCOUNT/ID, or a REF</source>
            <translation>workspace:ticket/ACCOUNT/ID, or a REF</translation>
        </message>
        <message>
            <source>write a report without customers' text</source>
            <translation>write a report without customers' text</translation>
        </message>
        <message>
            <source>write a zip or a folder</source>
            <translation>write a zip or a folder</translation>
        </message>
        <message>
            <source>write an encrypted copy of a desk</source>
            <translation>write an encrypted copy of a desk</translation>
        </message>
        <message>
            <source>write the figures as JSON</source>
            <translation>write the figures as JSON</translation>
        </message>
        <message>
            <source>write the table there</source>
            <translation>write the table there</translation>
        </message>
        <message>
            <source>{count} macros written to {target}.</source>
            <translation>{count} macros written to {target}.</translation>
        </message>
        <message>
            <source>{file} can't be written ({strerror}).</source>
            <translation>{file} can't be written ({strerror}).</translation>
        </message>
        <message>
            <source>{folder} can't be read: {why}.</source>
            <translation>{folder} can't be read: {why}.</translation>
        </message>
        <message>
            <source>{keyring} no longer holds the key of this base directory.</source>
            <translation>{keyring} no longer holds the key of this base directory.</translation>
        </message>
        <message>
            <source>{name} answers; signed in as {me}.</source>
            <translation>{name} answers; signed in as {me}.</translation>
        </message>
        <message>
            <source>{name} can't be deleted ({strerror}).</source>
            <translation>{name} can't be deleted ({strerror}).</translation>
        </message>
        <message>
            <source>{name} can't be prepared ({error}).</source>
            <translation>{name} can't be prepared ({error}).</translation>
        </message>
        <message>
            <source>{name} can't be written to {parent} ({strerror}).</source>
            <translation>{name} can't be written to {parent} ({strerror}).</translation>
        </message>
        <message>
            <source>{name} changed while it was being prepared.</source>
            <translation>{name} changed while it was being prepared.</translation>
        </message>
        <message>
            <source>{name} did not answer within {wait_s} seconds; it may be waiting for its own password.</source>
            <translation>{name} did not answer within {wait_s} seconds; it may be waiting for its own password.</translation>
        </message>
        <message>
            <source>{name} did not keep the key it was given, so nothing is stored.</source>
            <translation>{name} did not keep the key it was given, so nothing is stored.</translation>
        </message>
        <message>
            <source>{name} failed ({__name__}).</source>
            <translation>{name} failed ({__name__}).</translation>
        </message>
        <message>
            <source>{name} in the zip can't be unpacked.</source>
            <translation>{name} in the zip can't be unpacked.</translation>
        </message>
        <message>
            <source>{name} in the zip is too large.</source>
            <translation>{name} in the zip is too large.</translation>
        </message>
        <message>
            <source>{name} is backed up. Keep {name2} beside it: with it and the recovery code the desk can be restored on another computer.</source>
            <translation>{name} is backed up. Keep {name2} beside it: with it and the recovery code the desk can be restored on another computer.</translation>
        </message>
        <message>
            <source>{name} is damaged ({error}).</source>
            <translation>{name} is damaged ({error}).</translation>
        </message>
        <message>
            <source>{name} is locked.</source>
            <translation>{name} is locked.</translation>
        </message>
        <message>
            <source>{name} is not a whole desk.</source>
            <translation>{name} is not a whole desk.</translation>
        </message>
        <message>
            <source>{name} is not an embedded desk.</source>
            <translation>{name} is not an embedded desk.</translation>
        </message>
        <message>
            <source>{name} is restored.</source>
            <translation>{name} is restored.</translation>
        </message>
        <message>
            <source>{name} was changed meanwhile by somebody else.</source>
            <translation>{name} was changed meanwhile by somebody else.</translation>
        </message>
        <message>
            <source>{name} was not removed: {what}.</source>
            <translation>{name} was not removed: {what}.</translation>
        </message>
        <message>
            <source>{name} was written by a newer Workspace (version {version} of its tables; this one knows {migrations}). Nothing was changed.</source>
            <translation>{name} was written by a newer Workspace (version {version} of its tables; this one knows {migrations}). Nothing was changed.</translation>
        </message>
        <message>
            <source>{notes} notes are kept on this computer only and would be lost</source>
            <translation>{notes} notes are kept on this computer only and would be lost</translation>
        </message>
        <message>
            <source>{notes} notes that are kept on this computer only are not in it: they are no part of the desk.</source>
            <translation>{notes} notes that are kept on this computer only are not in it: they are no part of the desk.</translation>
        </message>
        <message>
            <source>{path} can't be attached ({strerror}); nothing was sent.</source>
            <translation>{path} can't be attached ({strerror}); nothing was sent.</translation>
        </message>
        <message>
            <source>{place} can be changed by other users of this machine, so nothing in it is run.</source>
            <translation>{place} can be changed by other users of this machine, so nothing in it is run.</translation>
        </message>
        <message>
            <source>{source} can't be read ({error}).</source>
            <translation>{source} can't be read ({error}).</translation>
        </message>
        <message>
            <source>{source} can't be read ({strerror}).</source>
            <translation>{source} can't be read ({strerror}).</translation>
        </message>
        <message>
            <source>{target} can't be written ({strerror}).</source>
            <translation>{target} can't be written ({strerror}).</translation>
        </message>
        <message>
            <source>{target} exists already.</source>
            <translation>{target} exists already.</translation>
        </message>
        <message>
            <source>{target} is there already.</source>
            <translation>{target} is there already.</translation>
        </message>
        <message>
            <source>{text_file} can't be read ({error}).</source>
            <translation>{text_file} can't be read ({error}).</translation>
        </message>
        <message>
            <source>{title} can't be searched from here.</source>
            <translation>{title} can't be searched from here.</translation>
        </message>
        <message>
            <source>{title} has no stream.</source>
            <translation>{title} has no stream.</translation>
        </message>
        <message>
            <source>{waiting} commands are not sent yet</source>
            <translation>{waiting} commands are not sent yet</translation>
        </message>
        <message>
            <source>“--set {pair}” has no value.</source>
            <translation>“--set {pair}” has no value.</translation>
        </message>
        <message>
            <source>“{address}” is not an email address.</source>
            <translation>“{address}” is not an email address.</translation>
        </message>
        <message>
            <source>“{change}” can't be set.</source>
            <translation>“{change}” can't be set.</translation>
        </message>
        <message>
            <source>“{change}” is not FIELD=VALUE.</source>
            <translation>“{change}” is not FIELD=VALUE.</translation>
        </message>
        <message>
            <source>“{id}” can't be a file's name.</source>
            <translation>“{id}” can't be a file's name.</translation>
        </message>
        <message>
            <source>“{label}” is missing.</source>
            <translation>“{label}” is missing.</translation>
        </message>
        <message>
            <source>“{name}” can't be a macro's file.</source>
            <translation>“{name}” can't be a macro's file.</translation>
        </message>
        <message>
            <source>“{name}” can't be an account's name.</source>
            <translation>“{name}” can't be an account's name.</translation>
        </message>
        <message>
            <source>“{name}” can't be read: {message}</source>
            <translation>“{name}” can't be read: {message}</translation>
        </message>
        <message>
            <source>“{name}” can't name an account.</source>
            <translation>“{name}” can't name an account.</translation>
        </message>
        <message>
            <source>“{name}” is empty; RT refuses empty files.</source>
            <translation>“{name}” is empty; RT refuses empty files.</translation>
        </message>
        <message>
            <source>“{name}” is larger than this RT takes.</source>
            <translation>“{name}” is larger than this RT takes.</translation>
        </message>
        <message>
            <source>“{name}” is larger than this desk takes.</source>
            <translation>“{name}” is larger than this desk takes.</translation>
        </message>
        <message>
            <source>“{name}” is not the file that was attached: its bytes differ.</source>
            <translation>“{name}” is not the file that was attached: its bytes differ.</translation>
        </message>
        <message>
            <source>“{name}” is not what was attached any more.</source>
            <translation>“{name}” is not what was attached any more.</translation>
        </message>
        <message>
            <source>“{new}” is not a choice of “{name}”.</source>
            <translation>“{new}” is not a choice of “{name}”.</translation>
        </message>
        <message>
            <source>“{pair}” does not say which status a word of RT is.</source>
            <translation>“{pair}” does not say which status a word of RT is.</translation>
        </message>
        <message>
            <source>“{ref}” is not a ticket reference.</source>
            <translation>“{ref}” is not a ticket reference.</translation>
        </message>
        <message>
            <source>“{text}” is no head.</source>
            <translation>“{text}” is no head.</translation>
        </message>
        <message>
            <source>“{value}” is not a choice of “{label}”.</source>
            <translation>“{value}” is not a choice of “{label}”.</translation>
        </message>
        <message>
            <source>“{value}” is unknown to this backend.</source>
            <translation>“{value}” is unknown to this backend.</translation>
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
            <source>It was cancelled. Nothing of it was kept.</source>
            <translation>It was cancelled. Nothing of it was kept.</translation>
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
            <source>This desk will be the only copy of its tickets. Write down a recovery code first: it opens them when the keyring is lost or the passphrase forgotten.</source>
            <translation>This desk will be the only copy of its tickets. Write down a recovery code first: it opens them when the keyring is lost or the passphrase forgotten.</translation>
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
        <name>QueueDialog</name>
        <message numerus="yes">
            <source>%n tickets fit now</source>
            <translation>
                <numerusform>%n ticket fits now</numerusform>
                <numerusform>%n tickets fit now</numerusform>
            </translation>
        </message>
        <message>
            <source>A “)” has no “(” before it.</source>
            <translation>A “)” has no “(” before it.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>Conditions</translation>
        </message>
        <message numerus="yes">
            <source>Conditions have up to %n characters.</source>
            <translation>
                <numerusform>Conditions have up to %n character.</numerusform>
                <numerusform>Conditions have up to %n characters.</numerusform>
            </translation>
        </message>
        <message>
            <source>Conditions side by side all hold; words are looked for in subject and customer. To begin with:</source>
            <translation>Conditions side by side all hold; words are looked for in subject and customer. To begin with:</translation>
        </message>
        <message>
            <source>Edit queue</source>
            <translation>Edit queue</translation>
        </message>
        <message>
            <source>Give the queue a name.</source>
            <translation>Give the queue a name.</translation>
        </message>
        <message>
            <source>Insert {condition}</source>
            <translation>Insert {condition}</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name at least one condition, for example team:returns.</source>
            <translation>Name at least one condition, for example team:returns.</translation>
        </message>
        <message>
            <source>New queue</source>
            <translation>New queue</translation>
        </message>
        <message>
            <source>Nothing here is called so: {names}</source>
            <translation>Nothing here is called so: {names}</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message numerus="yes">
            <source>There are more than %n words and conditions.</source>
            <translation>
                <numerusform>There are more than %n words and conditions.</numerusform>
                <numerusform>There are more than %n words and conditions.</numerusform>
            </translation>
        </message>
        <message>
            <source>There are too many parentheses inside one another.</source>
            <translation>There are too many parentheses inside one another.</translation>
        </message>
        <message>
            <source>There is no condition “{key}:”. There are: {keys}.</source>
            <translation>There is no condition “{key}:”. There are: {keys}.</translation>
        </message>
        <message>
            <source>Urgent returns</source>
            <translation>Urgent returns</translation>
        </message>
        <message>
            <source>nobody's</source>
            <translation>nobody's</translation>
        </message>
        <message>
            <source>not what follows</source>
            <translation>not what follows</translation>
        </message>
        <message>
            <source>of either status</source>
            <translation>of either status</translation>
        </message>
        <message>
            <source>of this channel</source>
            <translation>of this channel</translation>
        </message>
        <message>
            <source>of this customer</source>
            <translation>of this customer</translation>
        </message>
        <message>
            <source>of this priority, in the backend's word</source>
            <translation>of this priority, in the backend's word</translation>
        </message>
        <message>
            <source>the customer had the last word</source>
            <translation>the customer had the last word</translation>
        </message>
        <message>
            <source>what stands before it or after it</source>
            <translation>what stands before it or after it</translation>
        </message>
        <message>
            <source>with this tag</source>
            <translation>with this tag</translation>
        </message>
        <message>
            <source>yours</source>
            <translation>yours</translation>
        </message>
        <message>
            <source>“is:” takes: {words}.</source>
            <translation>“is:” takes: {words}.</translation>
        </message>
        <message>
            <source>“{key}:” is about single messages. A queue holds tickets: use it in the search.</source>
            <translation>“{key}:” is about single messages. A queue holds tickets: use it in the search.</translation>
        </message>
        <message>
            <source>“{key}:” needs a value right after the colon.</source>
            <translation>“{key}:” needs a value right after the colon.</translation>
        </message>
    </context>
    <context>
        <name>Queues</name>
        <message numerus="yes">
            <source>%n tickets are back from snooze</source>
            <translation>
                <numerusform>%n ticket is back from snooze</numerusform>
                <numerusform>%n tickets are back from snooze</numerusform>
            </translation>
        </message>
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
            <source>Back from snooze: {subject}</source>
            <translation>Back from snooze: {subject}</translation>
        </message>
        <message>
            <source>Breaching soon</source>
            <translation>Breaching soon</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Channels</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Edit…</translation>
        </message>
        <message>
            <source>Mentions</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>My queues</source>
            <translation>My queues</translation>
        </message>
        <message>
            <source>New queue…</source>
            <translation>New queue…</translation>
        </message>
        <message>
            <source>Queue deleted: {name}</source>
            <translation>Queue deleted: {name}</translation>
        </message>
        <message>
            <source>Queues</source>
            <translation>Queues</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>Snoozed</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>Teams</translation>
        </message>
        <message>
            <source>Unassigned</source>
            <translation>Unassigned</translation>
        </message>
        <message>
            <source>it is the first one</source>
            <translation>it is the first one</translation>
        </message>
        <message>
            <source>it is the last one</source>
            <translation>it is the last one</translation>
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
        <name>Recovery</name>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>First type the last four characters of the code.</source>
            <translation>First type the last four characters of the code.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>I have written it down</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>The last four characters of the code</source>
            <translation>The last four characters of the code</translation>
        </message>
        <message>
            <source>Type the last four characters, to be sure that you have it:</source>
            <translation>Type the last four characters, to be sure that you have it:</translation>
        </message>
        <message>
            <source>Write this code down or print it, and keep it apart from this computer. With it your data opens again when the keyring is lost or the passphrase forgotten. Whoever has it and this computer's files can read them.</source>
            <translation>Write this code down or print it, and keep it apart from this computer. With it your data opens again when the keyring is lost or the passphrase forgotten. Whoever has it and this computer's files can read them.</translation>
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
            <source>Best first</source>
            <translation>Best first</translation>
        </message>
        <message>
            <source>Filters: {filters}. Enter opens, Esc closes.</source>
            <translation>Filters: {filters}. Enter opens, Esc closes.</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Newest first</translation>
        </message>
        <message>
            <source>Nothing found in what is on this computer.</source>
            <translation>Nothing found in what is on this computer.</translation>
        </message>
        <message>
            <source>Order of the results: {order}</source>
            <translation>Order of the results: {order}</translation>
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
            <source>Tab changes the order.</source>
            <translation>Tab changes the order.</translation>
        </message>
        <message>
            <source>The best of the newest matches.</source>
            <translation>The best of the newest matches.</translation>
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
            <source>note on this computer only</source>
            <translation>note on this computer only</translation>
        </message>
        <message>
            <source>ticket</source>
            <translation>ticket</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n seconds</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
        <message>
            <source>About</source>
            <translation>About</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Accounts</translation>
        </message>
        <message>
            <source>Add a rule</source>
            <translation>Add a rule</translation>
        </message>
        <message>
            <source>All accounts</source>
            <translation>All accounts</translation>
        </message>
        <message>
            <source>All tickets</source>
            <translation>All tickets</translation>
        </message>
        <message>
            <source>Another language shows the next time Workspace starts.</source>
            <translation>Another language shows the next time Workspace starts.</translation>
        </message>
        <message>
            <source>Any priority</source>
            <translation>Any priority</translation>
        </message>
        <message>
            <source>As little as possible</source>
            <translation>As little as possible</translation>
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
            <source>Copied.</source>
            <translation>Copied.</translation>
        </message>
        <message>
            <source>Copy the versions</source>
            <translation>Copy the versions</translation>
        </message>
        <message>
            <source>Count only</source>
            <translation>Count only</translation>
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
            <source>Debugging view…</source>
            <translation>Debugging view…</translation>
        </message>
        <message>
            <source>Diagnostics</source>
            <translation>Diagnostics</translation>
        </message>
        <message>
            <source>Dictionary: {path}</source>
            <translation>Dictionary: {path}</translation>
        </message>
        <message>
            <source>Enter; Shift+Enter breaks the line</source>
            <translation>Enter; Shift+Enter breaks the line</translation>
        </message>
        <message>
            <source>Every action can have other keys, or several. What a key does already is said before it is taken from there.</source>
            <translation>Every action can have other keys, or several. What a key does already is said before it is taken from there.</translation>
        </message>
        <message>
            <source>Files of the report</source>
            <translation>Files of the report</translation>
        </message>
        <message>
            <source>For ever</source>
            <translation>For ever</translation>
        </message>
        <message>
            <source>General</source>
            <translation>General</translation>
        </message>
        <message>
            <source>Keep solved tickets on this computer</source>
            <translation>Keep solved tickets on this computer</translation>
        </message>
        <message>
            <source>Keyboard shortcuts…</source>
            <translation>Keyboard shortcuts…</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Let the simulated customers go on</source>
            <translation>Let the simulated customers go on</translation>
        </message>
        <message>
            <source>Licences of Workspace and its parts</source>
            <translation>Licences of Workspace and its parts</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Looking for dictionaries…</source>
            <translation>Looking for dictionaries…</translation>
        </message>
        <message>
            <source>Make a recovery code…</source>
            <translation>Make a recovery code…</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>Motion</source>
            <translation>Motion</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>Never send</source>
            <translation>Never send</translation>
        </message>
        <message>
            <source>No dictionary was found. Install one (on Debian and Ubuntu: {package}), or have {name}.aff and {name2}.dic put into {folder}; then start Workspace again.</source>
            <translation>No dictionary was found. Install one (on Debian and Ubuntu: {package}), or have {name}.aff and {name2}.dic put into {folder}; then start Workspace again.</translation>
        </message>
        <message>
            <source>Notes that name me</source>
            <translation>Notes that name me</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nothing</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Notifications</translation>
        </message>
        <message>
            <source>Notify silently</source>
            <translation>Notify silently</translation>
        </message>
        <message>
            <source>Notify with sound</source>
            <translation>Notify with sound</translation>
        </message>
        <message>
            <source>Of colleagues</source>
            <translation>Of colleagues</translation>
        </message>
        <message>
            <source>Pages of settings</source>
            <translation>Pages of settings</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Parts</translation>
        </message>
        <message>
            <source>Pause the simulated customers</source>
            <translation>Pause the simulated customers</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>Put a report together</source>
            <translation>Put a report together</translation>
        </message>
        <message>
            <source>Put a report together first.</source>
            <translation>Put a report together first.</translation>
        </message>
        <message>
            <source>Putting the report together</source>
            <translation>Putting the report together</translation>
        </message>
        <message>
            <source>Quiet from</source>
            <translation>Quiet from</translation>
        </message>
        <message>
            <source>Quiet until</source>
            <translation>Quiet until</translation>
        </message>
        <message>
            <source>Recovery</source>
            <translation>Recovery</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Reset the rules</source>
            <translation>Reset the rules</translation>
        </message>
        <message>
            <source>Rule {number}: {field}</source>
            <translation>Rule {number}: {field}</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Save as…</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Save the report</translation>
        </message>
        <message>
            <source>Saved {name}.</source>
            <translation>Saved {name}.</translation>
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
            <source>Shortcuts</source>
            <translation>Shortcuts</translation>
        </message>
        <message>
            <source>Show notifications</source>
            <translation>Show notifications</translation>
        </message>
        <message>
            <source>Show what messages say</source>
            <translation>Show what messages say</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>Size of text</translation>
        </message>
        <message>
            <source>Solved tickets that rested longer are dropped here at the next start of synchronisation. At the backend nothing changes; an embedded desk keeps all.</source>
            <translation>Solved tickets that rested longer are dropped here at the next start of synchronisation. At the backend nothing changes; an embedded desk keeps all.</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Sound</translation>
        </message>
        <message>
            <source>Team {name}</source>
            <translation>Team {name}</translation>
        </message>
        <message>
            <source>Text of the licence</source>
            <translation>Text of the licence</translation>
        </message>
        <message>
            <source>The first rule that fits a message decides. Without one it only counts on the badge.</source>
            <translation>The first rule that fits a message decides. Without one it only counts on the badge.</translation>
        </message>
        <message>
            <source>The report holds versions, states, counts and logs: no texts, names or addresses of customers and no passwords. The logs call your accounts by their names. Look at it before you send it.</source>
            <translation>The report holds versions, states, counts and logs: no texts, names or addresses of customers and no passwords. The logs call your accounts by their names. Look at it before you send it.</translation>
        </message>
        <message>
            <source>The same time twice: never quiet.</source>
            <translation>The same time twice: never quiet.</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Theme</translation>
        </message>
        <message>
            <source>This computer has no hunspell library. Install it (on Debian and Ubuntu: libhunspell-1.7-0) and start Workspace again.</source>
            <translation>This computer has no hunspell library. Install it (on Debian and Ubuntu: libhunspell-1.7-0) and start Workspace again.</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>Time to take a reply back</source>
            <translation>Time to take a reply back</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>Try it</translation>
        </message>
        <message>
            <source>Unassigned</source>
            <translation>Unassigned</translation>
        </message>
        <message>
            <source>Underline misspelt English words</source>
            <translation>Underline misspelt English words</translation>
        </message>
        <message>
            <source>Underline misspelt Korean words</source>
            <translation>Underline misspelt Korean words</translation>
        </message>
        <message>
            <source>What Workspace keeps is encrypted with a key that the keyring of this system or your passphrase holds. If that is lost, a recovery code opens it again. Write the code down and keep it apart from this computer. A new code replaces the old one.</source>
            <translation>What Workspace keeps is encrypted with a key that the keyring of this system or your passphrase holds. If that is lost, a recovery code opens it again. Write the code down and keep it apart from this computer. A new code replaces the old one.</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>What happens</translation>
        </message>
        <message>
            <source>What the file holds</source>
            <translation>What the file holds</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Writing</translation>
        </message>
        <message>
            <source>send at once</source>
            <translation>send at once</translation>
        </message>
        <message>
            <source>… only the beginning is shown here</source>
            <translation>… only the beginning is shown here</translation>
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Another key for {action}</source>
            <translation>Another key for {action}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Find an action or a key</source>
            <translation>Find an action or a key</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Keyboard shortcuts</translation>
        </message>
        <message>
            <source>Leave it there</source>
            <translation>Leave it there</translation>
        </message>
        <message>
            <source>New key for {action}</source>
            <translation>New key for {action}</translation>
        </message>
        <message>
            <source>No action is called so or has such a key.</source>
            <translation>No action is called so or has such a key.</translation>
        </message>
        <message>
            <source>No key was changed.</source>
            <translation>No key was changed.</translation>
        </message>
        <message>
            <source>Press a key; Escape leaves it as it is.</source>
            <translation>Press a key; Escape leaves it as it is.</translation>
        </message>
        <message>
            <source>Press a key…</source>
            <translation>Press a key…</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Reset</translation>
        </message>
        <message>
            <source>Reset all keys</source>
            <translation>Reset all keys</translation>
        </message>
        <message>
            <source>Reset the keys of {action}</source>
            <translation>Reset the keys of {action}</translation>
        </message>
        <message>
            <source>Set a key by pressing it</source>
            <translation>Set a key by pressing it</translation>
        </message>
        <message>
            <source>Single letters work while no text field has the focus.</source>
            <translation>Single letters work while no text field has the focus.</translation>
        </message>
        <message>
            <source>Take the key {key} off {action}</source>
            <translation>Take the key {key} off {action}</translation>
        </message>
        <message>
            <source>This key belongs to its field and stays as it is.</source>
            <translation>This key belongs to its field and stays as it is.</translation>
        </message>
        <message>
            <source>Use it here instead</source>
            <translation>Use it here instead</translation>
        </message>
        <message>
            <source>Writing in text fields</source>
            <translation>Writing in text fields</translation>
        </message>
        <message>
            <source>{key} is already the key of: {names}.</source>
            <translation>{key} is already the key of: {names}.</translation>
        </message>
        <message>
            <source>{key} is already the key of: {names}. It can't be taken from there here.</source>
            <translation>{key} is already the key of: {names}. It can't be taken from there here.</translation>
        </message>
        <message>
            <source>{key} is also a key of: {others}</source>
            <translation>{key} is also a key of: {others}</translation>
        </message>
    </context>
    <context>
        <name>Snooze</name>
        <message>
            <source>For example: tomorrow 9, monday 14:00, in 2 hours, until reply</source>
            <translation>For example: tomorrow 9, monday 14:00, in 2 hours, until reply</translation>
        </message>
        <message>
            <source>Snooze</source>
            <translation>Snooze</translation>
        </message>
        <message numerus="yes">
            <source>Snooze %n tickets until…</source>
            <translation>
                <numerusform>Snooze %n ticket until…</numerusform>
                <numerusform>Snooze %n tickets until…</numerusform>
            </translation>
        </message>
        <message>
            <source>That is more than two years away.</source>
            <translation>That is more than two years away.</translation>
        </message>
        <message>
            <source>That time has passed already.</source>
            <translation>That time has passed already.</translation>
        </message>
        <message>
            <source>These words name no time. For example: tomorrow 9, in 2 hours</source>
            <translation>These words name no time. For example: tomorrow 9, in 2 hours</translation>
        </message>
        <message>
            <source>Until the customer writes</source>
            <translation>Until the customer writes</translation>
        </message>
        <message>
            <source>Until when</source>
            <translation>Until when</translation>
        </message>
        <message>
            <source>ddd d MMM</source>
            <translation>ddd d MMM</translation>
        </message>
        <message>
            <source>ddd d MMM yyyy</source>
            <translation>ddd d MMM yyyy</translation>
        </message>
        <message>
            <source>today {time}</source>
            <translation>today {time}</translation>
        </message>
        <message>
            <source>tomorrow 9</source>
            <translation>tomorrow 9</translation>
        </message>
        <message>
            <source>{day} {time}</source>
            <translation>{day} {time}</translation>
        </message>
        <message>
            <source>{time}, or when the customer writes</source>
            <translation>{time}, or when the customer writes</translation>
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
            <source>Locked</source>
            <translation>Locked</translation>
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
        <name>Tabs</name>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minutes at this ticket since the start; only you see this</source>
            <translation>
                <numerusform>%n minute at this ticket since the start; only you see this</numerusform>
                <numerusform>%n minutes at this ticket since the start; only you see this</numerusform>
            </translation>
        </message>
        <message>
            <source>(gone)</source>
            <translation>(gone)</translation>
        </message>
        <message>
            <source>Close this tab</source>
            <translation>Close this tab</translation>
        </message>
        <message>
            <source>List</source>
            <translation>List</translation>
        </message>
        <message>
            <source>Open tickets</source>
            <translation>Open tickets</translation>
        </message>
        <message>
            <source>shown beside</source>
            <translation>shown beside</translation>
        </message>
        <message>
            <source>waits for us</source>
            <translation>waits for us</translation>
        </message>
    </context>
    <context>
        <name>TicketActions</name>
        <message>
            <source>There is nothing that could be undone any more.</source>
            <translation>There is nothing that could be undone any more.</translation>
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
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more tags</source>
            <translation>
                <numerusform>Show %n more tag</numerusform>
                <numerusform>Show %n more tags</numerusform>
            </translation>
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
            <source>The ticket's link is copied.</source>
            <translation>The ticket's link is copied.</translation>
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
            <source>%n chosen</source>
            <translation>
                <numerusform>%n chosen</numerusform>
                <numerusform>%n chosen</numerusform>
            </translation>
        </message>
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
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
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
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>All %n</numerusform>
                <numerusform>All %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>Assign</translation>
        </message>
        <message numerus="yes">
            <source>At most %n can be changed at once.</source>
            <translation>
                <numerusform>At most %n can be changed at once.</numerusform>
                <numerusform>At most %n can be changed at once.</numerusform>
            </translation>
        </message>
        <message>
            <source>Back from snooze</source>
            <translation>Back from snooze</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Changed meanwhile</source>
            <translation>Changed meanwhile</translation>
        </message>
        <message numerus="yes">
            <source>Choose all %n tickets of the queue</source>
            <translation>
                <numerusform>Choose all %n ticket of the queue</numerusform>
                <numerusform>Choose all %n tickets of the queue</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose nothing</source>
            <translation>Choose nothing</translation>
        </message>
        <message>
            <source>Choose nothing (Esc)</source>
            <translation>Choose nothing (Esc)</translation>
        </message>
        <message numerus="yes">
            <source>Choose the first %n</source>
            <translation>
                <numerusform>Choose the first</numerusform>
                <numerusform>Choose the first %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Chosen tickets</source>
            <translation>Chosen tickets</translation>
        </message>
        <message>
            <source>Chosen: {ticket}</source>
            <translation>Chosen: {ticket}</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>Claim</translation>
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
            <source>Due now</source>
            <translation>Due now</translation>
        </message>
        <message>
            <source>Left this queue</source>
            <translation>Left this queue</translation>
        </message>
        <message>
            <source>Macro</source>
            <translation>Macro</translation>
        </message>
        <message>
            <source>More</source>
            <translation>More</translation>
        </message>
        <message>
            <source>Names you</source>
            <translation>Names you</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Newest first</translation>
        </message>
        <message>
            <source>Newest mention</source>
            <translation>Newest mention</translation>
        </message>
        <message>
            <source>Next due</source>
            <translation>Next due</translation>
        </message>
        <message>
            <source>No longer in this queue: {ticket}</source>
            <translation>No longer in this queue: {ticket}</translation>
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
            <source>Priority</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>Progress of the change</source>
            <translation>Progress of the change</translation>
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
            <source>Snooze</source>
            <translation>Snooze</translation>
        </message>
        <message>
            <source>Solve</source>
            <translation>Solve</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tags</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Team</translation>
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
            <source>To be sent later</source>
            <translation>To be sent later</translation>
        </message>
        <message>
            <source>Unknown sender</source>
            <translation>Unknown sender</translation>
        </message>
        <message>
            <source>Until a reply</source>
            <translation>Until a reply</translation>
        </message>
        <message>
            <source>Until {time}</source>
            <translation>Until {time}</translation>
        </message>
        <message>
            <source>Update the list</source>
            <translation>Update the list</translation>
        </message>
        <message>
            <source>Waiting longest</source>
            <translation>Waiting longest</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>Waiting to be sent</translation>
        </message>
        <message>
            <source>Wakes next</source>
            <translation>Wakes next</translation>
        </message>
        <message>
            <source>waits for us</source>
            <translation>waits for us</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n changed</source>
            <translation>
                <numerusform>{done} of %n changed</numerusform>
                <numerusform>{done} of %n changed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TicketMenu</name>
        <message>
            <source>Add a tag</source>
            <translation>Add a tag</translation>
        </message>
        <message>
            <source>Add a tag…</source>
            <translation>Add a tag…</translation>
        </message>
        <message>
            <source>Another time…</source>
            <translation>Another time…</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>Assign</translation>
        </message>
        <message>
            <source>Choose a single ticket for this</source>
            <translation>Choose a single ticket for this</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>Claim</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>Mark</translation>
        </message>
        <message>
            <source>Me</source>
            <translation>Me</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Nobody</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>Put the mention aside</source>
            <translation>Put the mention aside</translation>
        </message>
        <message>
            <source>Remove {tag}</source>
            <translation>Remove {tag}</translation>
        </message>
        <message>
            <source>Snooze</source>
            <translation>Snooze</translation>
        </message>
        <message>
            <source>Solve</source>
            <translation>Solve</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message numerus="yes">
            <source>Tag for %n tickets</source>
            <translation>
                <numerusform>Tag for %n ticket</numerusform>
                <numerusform>Tag for %n tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tags</translation>
        </message>
        <message>
            <source>Take the mark off</source>
            <translation>Take the mark off</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>There are no priorities</source>
            <translation>There are no priorities</translation>
        </message>
        <message>
            <source>There are no teams</source>
            <translation>There are no teams</translation>
        </message>
        <message>
            <source>Wake now</source>
            <translation>Wake now</translation>
        </message>
    </context>
    <context>
        <name>Transcript</name>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>%n entry</numerusform>
                <numerusform>%n entries</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries copied.</source>
            <translation>
                <numerusform>%n entry copied.</numerusform>
                <numerusform>%n entries copied.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n internal notes</source>
            <translation>
                <numerusform>%n internal note</numerusform>
                <numerusform>%n internal notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pages</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pages printed.</source>
            <translation>
                <numerusform>%n page printed.</numerusform>
                <numerusform>%n pages printed.</numerusform>
            </translation>
        </message>
        <message>
            <source>(no subject)</source>
            <translation>(no subject)</translation>
        </message>
        <message>
            <source>Attachment: {name}</source>
            <translation>Attachment: {name}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Copy or print the conversation</source>
            <translation>Copy or print the conversation</translation>
        </message>
        <message>
            <source>INTERNAL NOTE</source>
            <translation>INTERNAL NOTE</translation>
        </message>
        <message>
            <source>Internal notes are for colleagues. They are marked as such.</source>
            <translation>Internal notes are for colleagues. They are marked as such.</translation>
        </message>
        <message>
            <source>Laying out the pages…</source>
            <translation>Laying out the pages…</translation>
        </message>
        <message>
            <source>NOTE ONLY ON THIS COMPUTER</source>
            <translation>NOTE ONLY ON THIS COMPUTER</translation>
        </message>
        <message>
            <source>Pages as they will be printed</source>
            <translation>Pages as they will be printed</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>Print…</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>Save as PDF…</translation>
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation>Saved as {name}.</translation>
        </message>
        <message numerus="yes">
            <source>The first %n pages; all of them are printed.</source>
            <translation>
                <numerusform>The first page; all of them are printed.</numerusform>
                <numerusform>The first %n pages; all of them are printed.</numerusform>
            </translation>
        </message>
        <message>
            <source>The printer can't be opened. Choose another one.</source>
            <translation>The printer can't be opened. Choose another one.</translation>
        </message>
        <message>
            <source>With the internal notes</source>
            <translation>With the internal notes</translation>
        </message>
        <message>
            <source>Without internal notes</source>
            <translation>Without internal notes</translation>
        </message>
        <message>
            <source>{ticket} · printed from Workspace</source>
            <translation>{ticket} · printed from Workspace</translation>
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
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
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
            <source>Choose one in the list.</source>
            <translation>Choose one in the list.</translation>
        </message>
        <message>
            <source>In its own window</source>
            <translation>In its own window</translation>
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
            <source>The link that was opened names no ticket.</source>
            <translation>The link that was opened names no ticket.</translation>
        </message>
        <message>
            <source>The ticket {ref} of the link is not on this computer.</source>
            <translation>The ticket {ref} of the link is not on this computer.</translation>
        </message>
        <message>
            <source>There is no recovery code yet. If the keyring of this system is lost or the passphrase forgotten, nothing else opens what Workspace keeps here.</source>
            <translation>There is no recovery code yet. If the keyring of this system is lost or the passphrase forgotten, nothing else opens what Workspace keeps here.</translation>
        </message>
        <message>
            <source>There is no room for two tickets side by side in this window.</source>
            <translation>There is no room for two tickets side by side in this window.</translation>
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
            <source>High</source>
            <translation>High</translation>
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
            <source>Low</source>
            <translation>Low</translation>
        </message>
        <message>
            <source>New</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
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
            <source>To be sent later</source>
            <translation>To be sent later</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>Urgent</translation>
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
