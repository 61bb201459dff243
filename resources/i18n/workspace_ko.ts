<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
    <context>
        <name>Accounts</name>
        <message numerus="yes">
            <source>%n tickets so far</source>
            <translation>
                <numerusform>지금까지 티켓 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>계정</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>확인</translation>
        </message>
        <message>
            <source>Checking “{name}”…</source>
            <translation>“{name}” 확인 중…</translation>
        </message>
        <message>
            <source>Connect an account…</source>
            <translation>계정 연결…</translation>
        </message>
        <message>
            <source>Enter the password again…</source>
            <translation>비밀번호 다시 입력…</translation>
        </message>
        <message>
            <source>First synchronisation</source>
            <translation>첫 동기화</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>계속</translation>
        </message>
        <message>
            <source>Go on anyway</source>
            <translation>그래도 계속</translation>
        </message>
        <message>
            <source>In step, {when}</source>
            <translation>최신 상태, {when}</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>확인 필요</translation>
        </message>
        <message>
            <source>No account yet.</source>
            <translation>아직 계정이 없습니다.</translation>
        </message>
        <message>
            <source>Offline, last in step: {when}</source>
            <translation>오프라인, 마지막 동기화: {when}</translation>
        </message>
        <message>
            <source>Password or token</source>
            <translation>비밀번호 또는 토큰</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>일시 중지</translation>
        </message>
        <message>
            <source>Paused, last in step: {when}</source>
            <translation>일시 중지됨, 마지막 동기화: {when}</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>제거</translation>
        </message>
        <message>
            <source>Remove “{name}” from this computer? Its tickets stay at the server.</source>
            <translation>“{name}”[을/를] 이 컴퓨터에서 제거할까요? 티켓은 서버에 그대로 남습니다.</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>제거…</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>설정…</translation>
        </message>
        <message>
            <source>Stopped to be safe: look at the reason below</source>
            <translation>안전을 위해 멈춤: 아래 이유를 확인하세요</translation>
        </message>
        <message>
            <source>Synchronise now</source>
            <translation>지금 동기화</translation>
        </message>
        <message>
            <source>never</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{total} 중 {done}</translation>
        </message>
        <message>
            <source>“{name}” works.</source>
            <translation>“{name}”[이/가] 정상입니다.</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>Accounts and outbox</source>
            <translation>계정과 보낼 편지함</translation>
        </message>
        <message>
            <source>Add a tag</source>
            <translation>태그 추가</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>담당자 지정</translation>
        </message>
        <message>
            <source>Connect an account…</source>
            <translation>계정 연결…</translation>
        </message>
        <message>
            <source>Find and go</source>
            <translation>찾기와 이동</translation>
        </message>
        <message>
            <source>Go to queues</source>
            <translation>대기열로 이동</translation>
        </message>
        <message>
            <source>Go to the conversation</source>
            <translation>대화로 이동</translation>
        </message>
        <message>
            <source>Go to the customer</source>
            <translation>고객 정보로 이동</translation>
        </message>
        <message>
            <source>Go to the list</source>
            <translation>목록으로 이동</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>내부 메모</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>키보드 단축키</translation>
        </message>
        <message>
            <source>Next ticket</source>
            <translation>다음 티켓</translation>
        </message>
        <message>
            <source>Open the chosen ticket</source>
            <translation>선택한 티켓 열기</translation>
        </message>
        <message>
            <source>Previous ticket</source>
            <translation>이전 티켓</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>끝내기</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>답장</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>전체 검색</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>보내기</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>설정</translation>
        </message>
        <message>
            <source>Show or hide the customer</source>
            <translation>고객 정보 표시/숨기기</translation>
        </message>
        <message>
            <source>Show or hide the queues</source>
            <translation>대기열 표시/숨기기</translation>
        </message>
        <message>
            <source>Solve</source>
            <translation>해결</translation>
        </message>
        <message>
            <source>Synchronise now</source>
            <translation>지금 동기화</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>티켓</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>창</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>쓰기</translation>
        </message>
    </context>
    <context>
        <name>AddAccount</name>
        <message>
            <source>Address of the server</source>
            <translation>서버 주소</translation>
        </message>
        <message>
            <source>Asking the server…</source>
            <translation>서버에 묻는 중…</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>찾아보기…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>확인</translation>
        </message>
        <message>
            <source>Check and save</source>
            <translation>확인하고 저장</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>확인 중</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>연결</translation>
        </message>
        <message>
            <source>Connect an account</source>
            <translation>계정 연결</translation>
        </message>
        <message>
            <source>It works: signed in as {who} at {server}.</source>
            <translation>정상입니다: {server}에 {who}[으로/로] 로그인했습니다.</translation>
        </message>
        <message>
            <source>It works: signed in as {who}.</source>
            <translation>정상입니다: {who}[으로/로] 로그인했습니다.</translation>
        </message>
        <message>
            <source>Looking for connectors…</source>
            <translation>커넥터를 찾는 중…</translation>
        </message>
        <message>
            <source>Name of the account</source>
            <translation>계정 이름</translation>
        </message>
        <message>
            <source>Password or token</source>
            <translation>비밀번호 또는 토큰</translation>
        </message>
        <message>
            <source>Settings of “{name}”</source>
            <translation>“{name}” 설정</translation>
        </message>
        <message>
            <source>System</source>
            <translation>시스템</translation>
        </message>
        <message>
            <source>The connector “{name}” can't be used: {text}</source>
            <translation>커넥터 “{name}”[을/를] 쓸 수 없습니다: {text}</translation>
        </message>
        <message>
            <source>The name may have small letters, digits and - only.</source>
            <translation>이름에는 영문 소문자, 숫자, -만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>small letters, digits and -</source>
            <translation>영문 소문자, 숫자, -</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>바꾸지 않음</translation>
        </message>
        <message>
            <source>{field} (optional)</source>
            <translation>{field} (선택)</translation>
        </message>
        <message>
            <source>“{field}” is empty.</source>
            <translation>“{field}”[이/가] 비어 있습니다.</translation>
        </message>
        <message>
            <source>“{name}” is connected. Its tickets come in, the newest first.</source>
            <translation>“{name}”[이/가] 연결되었습니다. 최신 티켓부터 들어옵니다.</translation>
        </message>
        <message>
            <source>“{name}” works with the new settings.</source>
            <translation>“{name}”[이/가] 새 설정으로 작동합니다.</translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>This account can't do that.</source>
            <translation>이 계정에서는 할 수 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <source>A file is still being attached.</source>
            <translation>파일을 첨부하는 중입니다.</translation>
        </message>
        <message>
            <source>A note for colleagues only…</source>
            <translation>동료만 보는 메모…</translation>
        </message>
        <message>
            <source>A number that should not be sent. Take it out, or send once more.</source>
            <translation>보내면 안 되는 번호가 있습니다. 지우거나 한 번 더 보내세요.</translation>
        </message>
        <message>
            <source>Add note</source>
            <translation>메모 추가</translation>
        </message>
        <message>
            <source>Add note and set a status</source>
            <translation>메모를 추가하고 상태 변경</translation>
        </message>
        <message>
            <source>Add note and set {status}</source>
            <translation>메모 추가 후 {status}[으로/로]</translation>
        </message>
        <message>
            <source>Attach</source>
            <translation>첨부</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>파일 첨부</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>첨부 파일</translation>
        </message>
        <message>
            <source>Bank account number</source>
            <translation>계좌 번호</translation>
        </message>
        <message>
            <source>Card number</source>
            <translation>카드 번호</translation>
        </message>
        <message>
            <source>Card numbers may not be sent. Take the number out of the text.</source>
            <translation>카드 번호는 보낼 수 없습니다. 글에서 번호를 지우세요.</translation>
        </message>
        <message>
            <source>Check that it is there and that you may read it.</source>
            <translation>파일이 있는지, 읽기 권한이 있는지 확인하세요.</translation>
        </message>
        <message>
            <source>Choose a ticket first.</source>
            <translation>먼저 티켓을 선택하세요.</translation>
        </message>
        <message>
            <source>Draft not saved</source>
            <translation>임시 저장 실패</translation>
        </message>
        <message>
            <source>Draft saved</source>
            <translation>임시 저장됨</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>내부 메모</translation>
        </message>
        <message>
            <source>Internal note, not seen by the customer</source>
            <translation>내부 메모, 고객에게 보이지 않음</translation>
        </message>
        <message>
            <source>It is being put into the outbox.</source>
            <translation>보낼 편지함에 넣는 중입니다.</translation>
        </message>
        <message>
            <source>New message arrived. Review it, then send again.</source>
            <translation>새 메시지가 도착했습니다. 확인한 뒤 다시 보내세요.</translation>
        </message>
        <message>
            <source>Not queued, the text is still here</source>
            <translation>대기열에 넣지 못했습니다. 글은 그대로 있습니다</translation>
        </message>
        <message>
            <source>Nothing is written yet.</source>
            <translation>아직 쓴 내용이 없습니다.</translation>
        </message>
        <message>
            <source>Only colleagues see this.</source>
            <translation>동료에게만 보입니다.</translation>
        </message>
        <message>
            <source>Queuing…</source>
            <translation>대기열에 넣는 중…</translation>
        </message>
        <message>
            <source>Remove attachment {name}</source>
            <translation>첨부 파일 {name} 제거</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>답장</translation>
        </message>
        <message>
            <source>Reply or internal note</source>
            <translation>답장 또는 내부 메모</translation>
        </message>
        <message>
            <source>Reply to the customer</source>
            <translation>고객에게 보내는 답장</translation>
        </message>
        <message>
            <source>Resident registration number</source>
            <translation>주민등록번호</translation>
        </message>
        <message>
            <source>Security code of a card</source>
            <translation>카드 보안 코드</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>보내기</translation>
        </message>
        <message>
            <source>Send a smaller file, or a link to it.</source>
            <translation>더 작은 파일이나 링크를 보내세요.</translation>
        </message>
        <message>
            <source>Send and set a status</source>
            <translation>보내고 상태 변경</translation>
        </message>
        <message>
            <source>Send and set {status}</source>
            <translation>보내고 {status}[으로/로]</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>되돌렸습니다.</translation>
        </message>
        <message>
            <source>The draft can't be saved: {why} It stays here as long as this window is open.</source>
            <translation>임시 저장을 할 수 없습니다: {why} 이 창이 열려 있는 동안 글은 여기에 남아 있습니다.</translation>
        </message>
        <message>
            <source>The file {name} can't be read ({why}).</source>
            <translation>파일 {name}[을/를] 읽을 수 없습니다({why}).</translation>
        </message>
        <message>
            <source>The requester changed meanwhile; this reply still goes to {recipient}. Send again if that is right.</source>
            <translation>그사이 요청자가 바뀌었습니다. 이 답장은 여전히 {recipient}에게 갑니다. 맞으면 다시 보내세요.</translation>
        </message>
        <message>
            <source>This ticket can't be read right now.</source>
            <translation>지금은 이 티켓을 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>실행 취소</translation>
        </message>
        <message>
            <source>Undo: take the last one back before it leaves</source>
            <translation>실행 취소: 마지막 것을 전송 전에 되돌리기</translation>
        </message>
        <message>
            <source>Write a reply to the customer…</source>
            <translation>고객에게 답장 쓰기…</translation>
        </message>
        <message>
            <source>pasted-image</source>
            <translation>붙여넣은-이미지</translation>
        </message>
        <message>
            <source>via {channel}</source>
            <translation>{channel}[으로/로]</translation>
        </message>
        <message>
            <source>via {channel} to {recipient}</source>
            <translation>{channel}[으로/로] {recipient}에게</translation>
        </message>
        <message>
            <source>{name} has {size}; this account takes at most {cap} for one attachment.</source>
            <translation>{name}의 크기는 {size}입니다. 이 계정은 첨부 파일 하나에 최대 {cap}까지 받습니다.</translation>
        </message>
        <message>
            <source>{what} {number} in line {line}</source>
            <translation>{line}번째 줄의 {what} {number}</translation>
        </message>
    </context>
    <context>
        <name>Connectors</name>
        <message>
            <source>A ticket custom field for several free values.</source>
            <translation>값을 여러 개 자유롭게 넣는 티켓 사용자 정의 필드.</translation>
        </message>
        <message>
            <source>A token is made in RT under Settings, Auth Tokens, and can be withdrawn without changing the password.</source>
            <translation>토큰은 RT의 Settings, Auth Tokens에서 만들며, 비밀번호를 바꾸지 않고도 거둘 수 있습니다.</translation>
        </message>
        <message>
            <source>As RT's MaxAttachmentSize.</source>
            <translation>RT의 MaxAttachmentSize와 같게.</translation>
        </message>
        <message>
            <source>Custom field that holds tags</source>
            <translation>태그를 담는 사용자 정의 필드</translation>
        </message>
        <message>
            <source>Embedded desk</source>
            <translation>내장 데스크</translation>
        </message>
        <message>
            <source>Folder of the desk</source>
            <translation>데스크 폴더</translation>
        </message>
        <message>
            <source>How customers and colleagues see you. Empty: the desk's owner.</source>
            <translation>고객과 동료에게 보이는 이름. 비우면 데스크 소유자.</translation>
        </message>
        <message>
            <source>Largest attachment (MB)</source>
            <translation>첨부 파일 최대 크기(MB)</translation>
        </message>
        <message>
            <source>Names of RT queues, separated by commas. Empty follows all that are visible.</source>
            <translation>RT 큐 이름, 쉼표로 구분. 비우면 보이는 모든 큐.</translation>
        </message>
        <message>
            <source>Names one agent of the desk. Empty: the desk's owner.</source>
            <translation>데스크의 상담원 한 명을 가리킵니다. 비우면 데스크 소유자.</translation>
        </message>
        <message>
            <source>Needed with a password only; a token names its user itself.</source>
            <translation>비밀번호를 쓸 때만 필요합니다. 토큰은 사용자를 스스로 알립니다.</translation>
        </message>
        <message>
            <source>On a disk of this computer, not a network’s. Empty: in the base directory.</source>
            <translation>네트워크가 아닌 이 컴퓨터의 디스크. 비우면 기본 폴더 안.</translation>
        </message>
        <message>
            <source>Queues to follow</source>
            <translation>따라갈 큐</translation>
        </message>
        <message>
            <source>Request Tracker 5</source>
            <translation>Request Tracker 5</translation>
        </message>
        <message>
            <source>Sign in with</source>
            <translation>로그인 방법</translation>
        </message>
        <message>
            <source>Statuses of your own</source>
            <translation>직접 만든 상태</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>사용자 이름</translation>
        </message>
        <message>
            <source>Where a lifecycle has words of its own: word=new|open|pending|on_hold|solved|closed, separated by commas.</source>
            <translation>고유한 상태 이름이 있을 때: 이름=new|open|pending|on_hold|solved|closed, 쉼표로 구분.</translation>
        </message>
        <message>
            <source>Your email address</source>
            <translation>내 이메일 주소</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>내 이름</translation>
        </message>
        <message>
            <source>password</source>
            <translation>비밀번호</translation>
        </message>
        <message>
            <source>token</source>
            <translation>토큰</translation>
        </message>
    </context>
    <context>
        <name>ContactPane</name>
        <message>
            <source>(no subject)</source>
            <translation>(제목 없음)</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>회사</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>연락처</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>복사했습니다.</translation>
        </message>
        <message>
            <source>Copy {value}</source>
            <translation>{value} 복사</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>고객</translation>
        </message>
        <message>
            <source>Customer note</source>
            <translation>고객 메모</translation>
        </message>
        <message>
            <source>Earlier tickets</source>
            <translation>이전 티켓</translation>
        </message>
        <message>
            <source>No contact points known.</source>
            <translation>알려진 연락처가 없습니다.</translation>
        </message>
        <message>
            <source>No customer is known.</source>
            <translation>알려진 고객이 없습니다.</translation>
        </message>
        <message>
            <source>Press to copy</source>
            <translation>눌러서 복사</translation>
        </message>
        <message>
            <source>This is the first one.</source>
            <translation>첫 번째 티켓입니다.</translation>
        </message>
        <message>
            <source>Unknown customer</source>
            <translation>알 수 없는 고객</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>외 %n건</numerusform>
            </translation>
        </message>
        <message>
            <source>since {year}</source>
            <translation>{year}년부터</translation>
        </message>
        <message>
            <source>{city}, {time} local time</source>
            <translation>{city}, 현지 시각 {time}</translation>
        </message>
    </context>
    <context>
        <name>Conversation</name>
        <message numerus="yes">
            <source>%n new messages below</source>
            <translation>
                <numerusform>아래에 새 메시지 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>Check</source>
            <translation>확인</translation>
        </message>
        <message>
            <source>Choose a ticket to read its conversation.</source>
            <translation>티켓을 선택하면 대화를 볼 수 있습니다.</translation>
        </message>
        <message>
            <source>Conversation</source>
            <translation>대화</translation>
        </message>
        <message>
            <source>Copy address</source>
            <translation>주소 복사</translation>
        </message>
        <message>
            <source>Copy message</source>
            <translation>메시지 복사</translation>
        </message>
        <message>
            <source>Copy selected text</source>
            <translation>선택한 텍스트 복사</translation>
        </message>
        <message>
            <source>Copy {target}</source>
            <translation>{target} 복사</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>내려받기</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>편집</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>내부 메모</translation>
        </message>
        <message>
            <source>It was sent</source>
            <translation>전송되었음</translation>
        </message>
        <message>
            <source>Kept on this computer only</source>
            <translation>이 컴퓨터에만 보관됨</translation>
        </message>
        <message>
            <source>Not sure it was sent, looking for it at the server</source>
            <translation>전송 여부를 알 수 없어 서버에서 찾는 중</translation>
        </message>
        <message>
            <source>Not sure it was sent, please decide</source>
            <translation>전송 여부를 알 수 없습니다. 결정해 주세요</translation>
        </message>
        <message>
            <source>Nothing has been written here yet.</source>
            <translation>아직 작성된 내용이 없습니다.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>열기</translation>
        </message>
        <message>
            <source>Open link</source>
            <translation>링크 열기</translation>
        </message>
        <message>
            <source>Open {target}</source>
            <translation>{target} 열기</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>다시 시도</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>저장…</translation>
        </message>
        <message>
            <source>Save attachment</source>
            <translation>첨부 파일 저장</translation>
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation>{name}[으로/로] 저장했습니다.</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>다시 보내기</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>보내는 중…</translation>
        </message>
        <message numerus="yes">
            <source>Sends in %n s</source>
            <translation>
                <numerusform>%n초 뒤 전송</numerusform>
            </translation>
        </message>
        <message>
            <source>Show or hide the quoted text</source>
            <translation>인용문 보이기/숨기기</translation>
        </message>
        <message>
            <source>Shown as plain text: its formatting is too complex.</source>
            <translation>서식이 너무 복잡해 일반 텍스트로 표시합니다.</translation>
        </message>
        <message>
            <source>The messages of this ticket are on their way.</source>
            <translation>이 티켓의 메시지를 가져오는 중입니다.</translation>
        </message>
        <message>
            <source>This conversation can't be read right now.</source>
            <translation>지금은 이 대화를 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>This link can't be opened: only web, mail and phone links can.</source>
            <translation>이 링크는 열 수 없습니다. 웹, 메일, 전화 링크만 열 수 있습니다.</translation>
        </message>
        <message>
            <source>This link leads to {host}.</source>
            <translation>이 링크는 {host}[으로/로] 연결됩니다.</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>오늘</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>다시 시도</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>실행 취소</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>알 수 없음</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>어제</translation>
        </message>
        <message>
            <source>You</source>
            <translation>나</translation>
        </message>
        <message>
            <source>assigned to {new}</source>
            <translation>{new}에게 배정</translation>
        </message>
        <message>
            <source>attachment {name}</source>
            <translation>첨부 파일 {name}</translation>
        </message>
        <message>
            <source>dddd d MMMM</source>
            <translation>M월 d일 dddd</translation>
        </message>
        <message>
            <source>dddd d MMMM yyyy</source>
            <translation>yyyy년 M월 d일 dddd</translation>
        </message>
        <message>
            <source>internal note</source>
            <translation>내부 메모</translation>
        </message>
        <message>
            <source>merged: {old} into {new}</source>
            <translation>{old}[을/를] {new}[으로/로] 병합</translation>
        </message>
        <message>
            <source>message</source>
            <translation>메시지</translation>
        </message>
        <message>
            <source>moved to {new}</source>
            <translation>{new}[으로/로] 이동</translation>
        </message>
        <message>
            <source>no longer assigned</source>
            <translation>배정 해제</translation>
        </message>
        <message>
            <source>priority {new}</source>
            <translation>우선순위 {new}</translation>
        </message>
        <message>
            <source>status {new}</source>
            <translation>상태 {new}</translation>
        </message>
        <message>
            <source>subject “{new}”</source>
            <translation>제목 “{new}”</translation>
        </message>
        <message>
            <source>tag “{tag}” added</source>
            <translation>태그 “{tag}” 추가</translation>
        </message>
        <message>
            <source>tag “{tag}” removed</source>
            <translation>태그 “{tag}” 제거</translation>
        </message>
        <message>
            <source>ticket created</source>
            <translation>티켓 생성</translation>
        </message>
        <message>
            <source>{field}: {new}</source>
            <translation>{field}: {new}</translation>
        </message>
        <message>
            <source>{field}: {old} removed</source>
            <translation>{field}: {old} 삭제</translation>
        </message>
        <message>
            <source>{who} are typing…</source>
            <translation>{who} 님이 입력 중…</translation>
        </message>
        <message>
            <source>{who} is typing…</source>
            <translation>{who} 님이 입력 중…</translation>
        </message>
        <message>
            <source>{who} is writing a reply…</source>
            <translation>{who} 님이 답장을 쓰는 중…</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Close this notice</source>
            <translation>알림 닫기</translation>
        </message>
        <message>
            <source>Something went wrong inside Workspace ({kind}). The log has the details.</source>
            <translation>Workspace 안에서 문제가 생겼습니다({kind}). 자세한 내용은 로그에 있습니다.</translation>
        </message>
    </context>
    <context>
        <name>Outbox</name>
        <message>
            <source>Drop the change</source>
            <translation>변경 취소</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>편집</translation>
        </message>
        <message>
            <source>It was sent</source>
            <translation>보냈음</translation>
        </message>
        <message>
            <source>Nothing waits: all that you wrote was sent.</source>
            <translation>기다리는 것이 없습니다: 쓰신 것은 모두 보냈습니다.</translation>
        </message>
        <message>
            <source>Open ticket</source>
            <translation>티켓 열기</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>보낼 편지함</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>다시 시도</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>다시 보내기</translation>
        </message>
        <message>
            <source>Was it sent?</source>
            <translation>보냈나요?</translation>
        </message>
    </context>
    <context>
        <name>Problems</name>
        <message>
            <source>A file on this computer can't be read or written. Check that there is room on the disk.</source>
            <translation>이 컴퓨터의 파일을 읽거나 쓸 수 없습니다. 디스크에 여유 공간이 있는지 확인해 주세요.</translation>
        </message>
        <message>
            <source>It is not sure whether it was sent. It is not sent twice by itself.</source>
            <translation>보내졌는지 확실하지 않습니다. 저절로 두 번 보내지는 않습니다.</translation>
        </message>
        <message>
            <source>It no longer exists at the server.</source>
            <translation>서버에 더 이상 없습니다.</translation>
        </message>
        <message>
            <source>So much would be deleted that it looks like a fault. Check at the server, then go on or wait.</source>
            <translation>너무 많이 지워지게 되어 오류로 보입니다. 서버에서 확인한 다음 계속하거나 기다려 주세요.</translation>
        </message>
        <message>
            <source>Synchronisation is not running just now. It is started again by itself; try again in a moment.</source>
            <translation>지금은 동기화가 실행되고 있지 않습니다. 저절로 다시 시작되니 잠시 뒤에 다시 시도해 주세요.</translation>
        </message>
        <message>
            <source>The account is paused. Let it go on to synchronise and send.</source>
            <translation>계정이 일시 정지되었습니다. 동기화하고 보내려면 다시 계속해 주세요.</translation>
        </message>
        <message>
            <source>The connector of this account has a fault, so the account is paused. Report it to the connector's author.</source>
            <translation>이 계정의 커넥터에 결함이 있어 계정을 일시 정지했습니다. 커넥터를 만든 곳에 알려 주세요.</translation>
        </message>
        <message>
            <source>The data was written by a newer Workspace. Start the newer version.</source>
            <translation>더 새로운 Workspace가 쓴 데이터입니다. 새 버전을 시작해 주세요.</translation>
        </message>
        <message>
            <source>The encryption of this installation does not work, so nothing is opened. Install Workspace again.</source>
            <translation>이 설치본의 암호화가 작동하지 않아 아무것도 열지 않았습니다. Workspace를 다시 설치해 주세요.</translation>
        </message>
        <message>
            <source>The key to your data can't be read. Nothing was changed.</source>
            <translation>데이터의 키를 읽을 수 없습니다. 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>The server asks for a pause. Nothing to do: it goes on by itself.</source>
            <translation>서버가 잠시 쉬어 달라고 합니다. 할 일은 없으며 저절로 이어집니다.</translation>
        </message>
        <message>
            <source>The server can't be reached. Nothing to do: it is tried again by itself.</source>
            <translation>서버에 연결할 수 없습니다. 할 일은 없으며 저절로 다시 시도합니다.</translation>
        </message>
        <message>
            <source>The server said no. Change it, then send again.</source>
            <translation>서버가 받아들이지 않았습니다. 고친 다음 다시 보내 주세요.</translation>
        </message>
        <message>
            <source>The server's answer makes no sense. Check the address of the account, and any sign-in page in between.</source>
            <translation>서버의 응답을 이해할 수 없습니다. 계정의 주소와 중간에 있는 로그인 페이지를 확인해 주세요.</translation>
        </message>
        <message>
            <source>The sign-in was refused. Enter the password or token of the account again.</source>
            <translation>로그인이 거부되었습니다. 계정의 비밀번호나 토큰을 다시 입력해 주세요.</translation>
        </message>
        <message>
            <source>The ticket changed meanwhile. Look at what changed, then send again or drop it.</source>
            <translation>그사이 티켓이 바뀌었습니다. 바뀐 내용을 보고 다시 보내거나 버려 주세요.</translation>
        </message>
        <message>
            <source>This is not the passphrase. Try it again; mind the keyboard's language and capitals.</source>
            <translation>암호구가 아닙니다. 한/영 상태와 대소문자를 확인하고 다시 입력해 주세요.</translation>
        </message>
        <message>
            <source>This is not the recovery code. Compare it with what you wrote down; only the newest one counts.</source>
            <translation>복구 코드가 아닙니다. 적어 둔 것과 비교해 주세요. 가장 새로운 코드만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>This ticket system or channel can't do that.</source>
            <translation>이 티켓 시스템이나 채널에서는 할 수 없는 일입니다.</translation>
        </message>
        <message>
            <source>You are not allowed to do this. Ask an administrator for the right.</source>
            <translation>이 작업을 할 권한이 없습니다. 관리자에게 권한을 요청해 주세요.</translation>
        </message>
    </context>
    <context>
        <name>Queues</name>
        <message>
            <source>Accounts</source>
            <translation>계정</translation>
        </message>
        <message>
            <source>All open</source>
            <translation>진행 중 전체</translation>
        </message>
        <message>
            <source>All tickets</source>
            <translation>모든 티켓</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>채널</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>내 티켓</translation>
        </message>
        <message>
            <source>Queues</source>
            <translation>대기열</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>팀</translation>
        </message>
        <message>
            <source>Unassigned</source>
            <translation>미배정</translation>
        </message>
        <message numerus="yes">
            <source>{queue}, %n tickets</source>
            <translation>
                <numerusform>{queue}, 티켓 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>{section}, folded</source>
            <translation>{section}, 접힘</translation>
        </message>
        <message>
            <source>{section}, unfolded</source>
            <translation>{section}, 펼침</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n개 찾음</numerusform>
            </translation>
        </message>
        <message>
            <source>Filters: {filters}. Enter opens, Esc closes.</source>
            <translation>필터: {filters}. Enter로 열고 Esc로 닫습니다.</translation>
        </message>
        <message>
            <source>Nothing found in what is on this computer.</source>
            <translation>이 컴퓨터에 있는 내용에서 찾지 못했습니다.</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>결과</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>검색</translation>
        </message>
        <message>
            <source>Search tickets and messages</source>
            <translation>티켓과 메시지 검색</translation>
        </message>
        <message>
            <source>The newest matches; narrow the search to reach older ones.</source>
            <translation>가장 최근 결과입니다. 더 오래된 것은 검색을 좁혀서 찾으세요.</translation>
        </message>
        <message>
            <source>activity</source>
            <translation>활동</translation>
        </message>
        <message>
            <source>internal note</source>
            <translation>내부 메모</translation>
        </message>
        <message>
            <source>message</source>
            <translation>메시지</translation>
        </message>
        <message>
            <source>ticket</source>
            <translation>티켓</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message numerus="yes">
            <source>%n seconds</source>
            <translation>
                <numerusform>%n초</numerusform>
            </translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>계정</translation>
        </message>
        <message>
            <source>Another language shows the next time Workspace starts.</source>
            <translation>다른 언어는 Workspace를 다시 시작하면 적용됩니다.</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>모양</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>시스템 설정대로</translation>
        </message>
        <message>
            <source>Ask before sending</source>
            <translation>보내기 전에 묻기</translation>
        </message>
        <message>
            <source>Card numbers in a reply</source>
            <translation>답장 속 카드 번호</translation>
        </message>
        <message>
            <source>Ctrl+Enter; Enter breaks the line</source>
            <translation>Ctrl+Enter (Enter는 줄바꿈)</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>어둡게</translation>
        </message>
        <message>
            <source>Enter; Shift+Enter breaks the line</source>
            <translation>Enter (Shift+Enter는 줄바꿈)</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>언어</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>밝게</translation>
        </message>
        <message>
            <source>Make a recovery code</source>
            <translation>복구 코드 만들기</translation>
        </message>
        <message>
            <source>Never send</source>
            <translation>보내지 않기</translation>
        </message>
        <message>
            <source>Recovery</source>
            <translation>복구</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>복구 코드</translation>
        </message>
        <message>
            <source>Send with</source>
            <translation>보내기 키</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>설정</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>글자 크기</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>테마</translation>
        </message>
        <message>
            <source>Time to take a reply back</source>
            <translation>답장을 취소할 수 있는 시간</translation>
        </message>
        <message>
            <source>What Workspace keeps is encrypted with a key that the keyring of this system or your passphrase holds. If that is lost, a recovery code opens it again. Write the code down and keep it apart from this computer. A new code replaces the old one.</source>
            <translation>Workspace가 보관하는 내용은 이 시스템의 키링이나 암호구가 지키는 키로 암호화됩니다. 이를 잃으면 복구 코드로 다시 열 수 있습니다. 코드를 적어 이 컴퓨터와 따로 보관해 주세요. 새 코드를 만들면 이전 코드는 쓸 수 없습니다.</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>쓰기</translation>
        </message>
        <message>
            <source>send at once</source>
            <translation>바로 보내기</translation>
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>키보드 단축키</translation>
        </message>
        <message>
            <source>Single letters work while no text field has the focus.</source>
            <translation>글자 하나짜리 단축키는 입력란에 있지 않을 때 동작합니다.</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>Accounts</source>
            <translation>계정</translation>
        </message>
        <message>
            <source>Accounts and outbox</source>
            <translation>계정과 보낼 편지함</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>보낼 편지함</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message numerus="yes">
            <source>%n accounts in step, {when}</source>
            <translation>
                <numerusform>계정 %n개 최신 상태, {when}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n accounts need attention</source>
            <translation>
                <numerusform>계정 %n개 확인 필요</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n accounts offline, last in step: {when}</source>
            <translation>
                <numerusform>계정 %n개 오프라인, 마지막 동기화: {when}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not sent</source>
            <translation>
                <numerusform>보내지 못함 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting to be sent</source>
            <translation>
                <numerusform>보내기 대기 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>All accounts paused</source>
            <translation>모든 계정 일시 중지됨</translation>
        </message>
        <message numerus="yes">
            <source>First synchronisation: %n tickets</source>
            <translation>
                <numerusform>첫 동기화: 티켓 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>First synchronisation: {percent} %</source>
            <translation>첫 동기화: {percent}%</translation>
        </message>
        <message>
            <source>No account yet</source>
            <translation>아직 계정 없음</translation>
        </message>
        <message>
            <source>Starting synchronisation…</source>
            <translation>동기화를 시작하는 중…</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>Synchronisation stopped</source>
            <translation>동기화가 멈춤</translation>
        </message>
        <message>
            <source>never</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>{keys} shortcuts</source>
            <translation>{keys} 단축키</translation>
        </message>
        <message>
            <source>{text}. Opens details</source>
            <translation>{text}. 자세히 보기</translation>
        </message>
    </context>
    <context>
        <name>TicketActions</name>
        <message>
            <source>Solved: {subject}</source>
            <translation>해결함: {subject}</translation>
        </message>
        <message>
            <source>This ticket is solved already.</source>
            <translation>이미 해결된 티켓입니다.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>되돌리기</translation>
        </message>
    </context>
    <context>
        <name>TicketHeader</name>
        <message>
            <source>(no subject)</source>
            <translation>(제목 없음)</translation>
        </message>
        <message>
            <source>Add a tag</source>
            <translation>태그 추가</translation>
        </message>
        <message>
            <source>Also here: {who}</source>
            <translation>함께 보는 사람: {who}</translation>
        </message>
        <message>
            <source>Assignee {who}</source>
            <translation>담당자 {who}</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>필드</translation>
        </message>
        <message>
            <source>Me ({name})</source>
            <translation>나({name})</translation>
        </message>
        <message>
            <source>New tag</source>
            <translation>새 태그</translation>
        </message>
        <message>
            <source>No priority</source>
            <translation>우선순위 없음</translation>
        </message>
        <message>
            <source>No team</source>
            <translation>팀 없음</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>Priority {priority}</source>
            <translation>우선순위 {priority}</translation>
        </message>
        <message>
            <source>Remove tag {tag}</source>
            <translation>태그 {tag} 제거</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>저장</translation>
        </message>
        <message>
            <source>Show and change fields</source>
            <translation>필드 보기와 변경</translation>
        </message>
        <message>
            <source>Status {status}</source>
            <translation>상태 {status}</translation>
        </message>
        <message>
            <source>Team {team}</source>
            <translation>팀 {team}</translation>
        </message>
        <message>
            <source>Unassigned</source>
            <translation>미배정</translation>
        </message>
        <message>
            <source>several, separated by commas</source>
            <translation>여러 개는 쉼표로 구분</translation>
        </message>
        <message>
            <source>tag</source>
            <translation>태그</translation>
        </message>
    </context>
    <context>
        <name>TicketList</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n일</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h</source>
            <translation>
                <numerusform>%n시간</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n분</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tickets</source>
            <translation>
                <numerusform>티켓 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>(no subject)</source>
            <translation>(제목 없음)</translation>
        </message>
        <message>
            <source>Changed meanwhile</source>
            <translation>그사이 바뀜</translation>
        </message>
        <message>
            <source>Draft: {text}</source>
            <translation>임시 저장: {text}</translation>
        </message>
        <message>
            <source>Due in {time}</source>
            <translation>{time} 남음</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>최신순</translation>
        </message>
        <message>
            <source>Next due</source>
            <translation>마감순</translation>
        </message>
        <message>
            <source>No ticket is in this queue right now. New ones appear by themselves.</source>
            <translation>지금은 이 대기열에 티켓이 없습니다. 새 티켓은 저절로 나타납니다.</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>보내지 못함</translation>
        </message>
        <message>
            <source>Not sure it was sent</source>
            <translation>보냈는지 불확실</translation>
        </message>
        <message>
            <source>Note: {text}</source>
            <translation>메모: {text}</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>비어 있음</translation>
        </message>
        <message>
            <source>Order: {order}</source>
            <translation>정렬: {order}</translation>
        </message>
        <message>
            <source>Overdue {time}</source>
            <translation>{time} 지남</translation>
        </message>
        <message>
            <source>Queued, sends when online</source>
            <translation>대기 중, 온라인이 되면 보냄</translation>
        </message>
        <message>
            <source>Reply: {text}</source>
            <translation>답장: {text}</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>전체 검색</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>보내는 중</translation>
        </message>
        <message>
            <source>Show what is new</source>
            <translation>새 내용 보기</translation>
        </message>
        <message>
            <source>The first synchronisation is under way; the newest come first.</source>
            <translation>첫 동기화가 진행 중이며, 최신 티켓부터 들어옵니다.</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>티켓</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>티켓</translation>
        </message>
        <message>
            <source>Tickets are on their way</source>
            <translation>티켓을 가져오는 중입니다</translation>
        </message>
        <message>
            <source>Tickets in {queue}</source>
            <translation>{queue}의 티켓</translation>
        </message>
        <message>
            <source>Unknown sender</source>
            <translation>알 수 없는 발신자</translation>
        </message>
        <message>
            <source>Waiting longest</source>
            <translation>오래 기다린 순</translation>
        </message>
        <message>
            <source>waits for us</source>
            <translation>답변 대기</translation>
        </message>
    </context>
    <context>
        <name>Unlock</name>
        <message numerus="yes">
            <source>At least %n characters; several words are best.</source>
            <translation>
                <numerusform>%n자 이상이어야 합니다. 여러 낱말이 가장 좋습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a passphrase</source>
            <translation>암호구 정하기</translation>
        </message>
        <message>
            <source>Enter your passphrase</source>
            <translation>암호구를 입력하세요</translation>
        </message>
        <message>
            <source>It opens the tickets, drafts and passwords kept on this computer.</source>
            <translation>이 컴퓨터에 보관된 티켓, 초안, 비밀번호를 엽니다.</translation>
        </message>
        <message>
            <source>No keyring runs here that could keep the key for the next start. Choose a passphrase; from now on it opens what Workspace keeps on this computer.</source>
            <translation>다음 시작 때까지 키를 보관할 키링이 이 시스템에 없습니다. 암호구를 정해 주세요. 앞으로는 이 암호구가 Workspace가 이 컴퓨터에 보관하는 내용을 엽니다.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>암호구</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>복구 코드</translation>
        </message>
        <message>
            <source>The code is right</source>
            <translation>복구 코드가 맞습니다</translation>
        </message>
        <message>
            <source>The same passphrase again</source>
            <translation>같은 암호구를 다시 입력</translation>
        </message>
        <message>
            <source>The two are not the same.</source>
            <translation>두 암호구가 서로 다릅니다.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>다시 시도</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>잠금 해제</translation>
        </message>
        <message>
            <source>Use the code</source>
            <translation>코드 사용</translation>
        </message>
        <message>
            <source>Use this passphrase</source>
            <translation>이 암호구 사용</translation>
        </message>
        <message>
            <source>Workspace encrypts tickets, drafts and passwords on this computer. This system offers no keyring for the key, so a passphrase locks it; you are asked for it at each start. A recovery code follows, for when the passphrase is forgotten.</source>
            <translation>Workspace는 이 컴퓨터에 있는 티켓, 초안, 비밀번호를 암호화합니다. 이 시스템에는 키를 보관할 키링이 없으므로 암호구로 키를 잠그며, 시작할 때마다 암호구를 묻습니다. 이어서 암호구를 잊었을 때 쓸 복구 코드를 만듭니다.</translation>
        </message>
        <message>
            <source>Your data can't be unlocked</source>
            <translation>데이터의 잠금을 풀 수 없습니다</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Connect an account…</source>
            <translation>계정 연결…</translation>
        </message>
        <message>
            <source>Connect the ticket system you work with, or look around first with sample data. What you read and write stays encrypted on this computer.</source>
            <translation>쓰고 계신 티켓 시스템을 연결하거나, 먼저 예시 데이터로 둘러보세요. 읽고 쓴 내용은 이 컴퓨터에 암호화되어 남습니다.</translation>
        </message>
        <message>
            <source>The window with sample data opens beside this one in a moment.</source>
            <translation>예시 데이터 창이 잠시 뒤 따로 열립니다.</translation>
        </message>
        <message>
            <source>Try it with sample data</source>
            <translation>예시 데이터로 써 보기</translation>
        </message>
        <message>
            <source>Welcome to Workspace</source>
            <translation>Workspace에 오신 것을 환영합니다</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message numerus="yes">
            <source>%n not sent</source>
            <translation>
                <numerusform>보내지 못함 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting to be sent</source>
            <translation>
                <numerusform>보내기 대기 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>Accounts and outbox</source>
            <translation>계정과 보낼 편지함</translation>
        </message>
        <message>
            <source>Choose one in the list, or press {keys} to search everything.</source>
            <translation>목록에서 선택하거나 {keys}[으로/로] 전체를 검색하세요.</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>키보드 단축키</translation>
        </message>
        <message>
            <source>Make a recovery code</source>
            <translation>복구 코드 만들기</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>메뉴</translation>
        </message>
        <message>
            <source>No ticket chosen</source>
            <translation>선택한 티켓 없음</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>위치</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>전체 검색</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>설정</translation>
        </message>
        <message>
            <source>Start it again</source>
            <translation>다시 시작</translation>
        </message>
        <message>
            <source>Synchronisation ended five times in a row and is not started again by itself. You can go on reading and writing; what you send waits in the outbox.</source>
            <translation>동기화가 연달아 다섯 번 끝나서 저절로 다시 시작하지 않습니다. 읽고 쓰는 일은 계속할 수 있으며, 보내는 글은 보낼 편지함에서 기다립니다.</translation>
        </message>
        <message>
            <source>There is no recovery code yet. If the keyring of this system is lost or the passphrase forgotten, nothing else opens what Workspace keeps here.</source>
            <translation>아직 복구 코드가 없습니다. 이 시스템의 키링을 잃거나 암호구를 잊으면 Workspace가 보관하는 내용을 열 다른 방법이 없습니다.</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>티켓</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>티켓</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message numerus="yes">
            <source>%n h</source>
            <translation>
                <numerusform>%n시간</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n분</numerusform>
            </translation>
        </message>
        <message>
            <source>Change of fields</source>
            <translation>필드 변경</translation>
        </message>
        <message>
            <source>Changed meanwhile</source>
            <translation>그사이 바뀜</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>종료</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>전달됨</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>이메일</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>내부 메모</translation>
        </message>
        <message>
            <source>KakaoTalk</source>
            <translation>카카오톡</translation>
        </message>
        <message>
            <source>New</source>
            <translation>신규</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>보내지 못함</translation>
        </message>
        <message>
            <source>Not sure it was sent</source>
            <translation>보냈는지 불확실</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>보류</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>진행 중</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>고객 대기</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>전화</translation>
        </message>
        <message>
            <source>Queued</source>
            <translation>대기 중</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>읽음</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>답장</translation>
        </message>
        <message>
            <source>SMS</source>
            <translation>문자</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>보내는 중</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>보냄</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>해결됨</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>취소함</translation>
        </message>
        <message>
            <source>Web chat</source>
            <translation>웹 채팅</translation>
        </message>
        <message>
            <source>d MMM</source>
            <translation>M월 d일</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>yyyy년 M월 d일</translation>
        </message>
        <message>
            <source>dddd d MMMM</source>
            <translation>M월 d일 dddd</translation>
        </message>
        <message>
            <source>now</source>
            <translation>방금</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>어제</translation>
        </message>
    </context>
</TS>
