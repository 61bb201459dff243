<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
    <context>
        <name>Accounts</name>
        <message numerus="yes">
            <source>%n notes that are kept only on this computer are lost with it.</source>
            <translation>
                <numerusform>이 컴퓨터에만 있는 메모 %n개도 함께 없어집니다.</numerusform>
            </translation>
        </message>
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
            <translation>연결 확인</translation>
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
            <translation>동기화됨 · {when}</translation>
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
            <source>This computer's clock is {time} ahead of the server's. Ages and deadlines are reckoned by the server's.</source>
            <translation>이 컴퓨터의 시계가 서버보다 {time} 빠릅니다. 경과 시간과 기한은 서버 시계로 계산합니다.</translation>
        </message>
        <message>
            <source>This computer's clock is {time} behind the server's. Ages and deadlines are reckoned by the server's.</source>
            <translation>이 컴퓨터의 시계가 서버보다 {time} 늦습니다. 경과 시간과 기한은 서버 시계로 계산합니다.</translation>
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
            <source>A macro while writing</source>
            <translation>작성 중 매크로</translation>
        </message>
        <message>
            <source>Accounts and outbox</source>
            <translation>계정과 보낼 편지함</translation>
        </message>
        <message>
            <source>Add a tag</source>
            <translation>태그 추가</translation>
        </message>
        <message>
            <source>Apply a macro…</source>
            <translation>매크로 적용…</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>담당자 지정</translation>
        </message>
        <message>
            <source>Bold</source>
            <translation>굵게</translation>
        </message>
        <message>
            <source>Choose none</source>
            <translation>모두 선택 해제</translation>
        </message>
        <message>
            <source>Choose several by arrows</source>
            <translation>화살표로 여러 개 선택</translation>
        </message>
        <message>
            <source>Choose the whole queue</source>
            <translation>대기열 전체 선택</translation>
        </message>
        <message>
            <source>Choose with others</source>
            <translation>함께 선택</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>내가 맡기</translation>
        </message>
        <message>
            <source>Close the tab</source>
            <translation>탭 닫기</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>코드</translation>
        </message>
        <message>
            <source>Connect an account…</source>
            <translation>계정 연결…</translation>
        </message>
        <message>
            <source>Copy or print the conversation</source>
            <translation>대화 복사 또는 인쇄</translation>
        </message>
        <message>
            <source>Copy the ticket's link</source>
            <translation>티켓 링크 복사</translation>
        </message>
        <message>
            <source>Debugging view</source>
            <translation>디버그 보기</translation>
        </message>
        <message>
            <source>Delete the chosen queue of your own</source>
            <translation>선택한 내 대기열 삭제</translation>
        </message>
        <message>
            <source>Earlier versions of this draft</source>
            <translation>이 글의 이전 버전</translation>
        </message>
        <message>
            <source>Edit macros…</source>
            <translation>매크로 편집…</translation>
        </message>
        <message>
            <source>Edit the chosen queue of your own</source>
            <translation>선택한 내 대기열 편집</translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation>이모지</translation>
        </message>
        <message>
            <source>Find and go</source>
            <translation>찾기와 이동</translation>
        </message>
        <message>
            <source>Find in the conversation</source>
            <translation>대화에서 찾기</translation>
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
            <source>Italic</source>
            <translation>기울임</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>키보드 단축키</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>링크</translation>
        </message>
        <message>
            <source>List</source>
            <translation>목록</translation>
        </message>
        <message>
            <source>Move the queue down</source>
            <translation>대기열을 아래로</translation>
        </message>
        <message>
            <source>Move the queue up</source>
            <translation>대기열을 위로</translation>
        </message>
        <message>
            <source>New queue…</source>
            <translation>새 대기열…</translation>
        </message>
        <message>
            <source>Next filter of the conversation</source>
            <translation>대화의 다음 필터</translation>
        </message>
        <message>
            <source>Next match</source>
            <translation>다음 일치 항목</translation>
        </message>
        <message>
            <source>Next tab</source>
            <translation>다음 탭</translation>
        </message>
        <message>
            <source>Next ticket</source>
            <translation>다음 티켓</translation>
        </message>
        <message>
            <source>Numbered list</source>
            <translation>번호 목록</translation>
        </message>
        <message>
            <source>Open the chosen ticket</source>
            <translation>선택한 티켓 열기</translation>
        </message>
        <message>
            <source>Open this ticket in a tab</source>
            <translation>이 티켓을 탭으로 열기</translation>
        </message>
        <message>
            <source>Paste as plain text</source>
            <translation>서식 없이 붙여넣기</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>미리보기</translation>
        </message>
        <message>
            <source>Previous match</source>
            <translation>이전 일치 항목</translation>
        </message>
        <message>
            <source>Previous tab</source>
            <translation>이전 탭</translation>
        </message>
        <message>
            <source>Previous ticket</source>
            <translation>이전 티켓</translation>
        </message>
        <message>
            <source>Put the mention aside</source>
            <translation>멘션 치워 두기</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>끝내기</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>인용</translation>
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
            <source>Send later…</source>
            <translation>나중에 보내기…</translation>
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
            <source>Snooze</source>
            <translation>미루기</translation>
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
            <source>Ticket in its own window</source>
            <translation>티켓을 별도 창으로</translation>
        </message>
        <message>
            <source>Two tickets side by side</source>
            <translation>두 티켓 나란히 보기</translation>
        </message>
        <message>
            <source>Undo the last change</source>
            <translation>마지막 변경 실행 취소</translation>
        </message>
        <message>
            <source>What can be done to the ticket</source>
            <translation>티켓에 할 수 있는 일</translation>
        </message>
        <message>
            <source>What is new since you looked</source>
            <translation>마지막으로 본 뒤 새로운 것</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>창</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>작성</translation>
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
            <translation>연결 확인</translation>
        </message>
        <message>
            <source>Check and save</source>
            <translation>연결 확인 후 저장</translation>
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
            <source>The server can't be reached. Check the address, and the connection of this computer.</source>
            <translation>서버에 연결할 수 없습니다. 주소와 이 컴퓨터의 네트워크 연결을 확인해 주세요.</translation>
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
        <name>Bulk</name>
        <message numerus="yes">
            <source>%n done</source>
            <translation>
                <numerusform>%n개 완료</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not changed</source>
            <translation>
                <numerusform>%n개 변경 안 됨</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n on their way</source>
            <translation>
                <numerusform>%n개 처리 중</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A change has %n tickets still to come to.</source>
            <translation>
                <numerusform>변경할 티켓이 아직 %n개 남아 있습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>A change is under way</source>
            <translation>변경을 진행하고 있습니다</translation>
        </message>
        <message numerus="yes">
            <source>A macro can be applied to %n tickets at once at most, for each gets words of its own: choose fewer.</source>
            <translation>
                <numerusform>매크로는 티켓마다 글을 따로 만들기 때문에 한 번에 최대 %n개에 적용할 수 있습니다. 더 적게 선택하세요.</numerusform>
            </translation>
        </message>
        <message>
            <source>Assigned to {who}</source>
            <translation>{who}에게 배정함</translation>
        </message>
        <message numerus="yes">
            <source>At most %n tickets can be changed at once, for the way back of each is kept in memory: choose fewer.</source>
            <translation>
                <numerusform>티켓마다 되돌릴 내용을 메모리에 보관하므로 한 번에 최대 %n개를 변경할 수 있습니다. 더 적게 선택하세요.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>At most %n tickets can be snoozed at once, for each list that is read looks at all of them: choose fewer.</source>
            <translation>
                <numerusform>목록을 읽을 때마다 미룬 티켓을 모두 살펴보므로 한 번에 최대 %n개를 미룰 수 있습니다. 더 적게 선택하세요.</numerusform>
            </translation>
        </message>
        <message>
            <source>Claimed</source>
            <translation>내가 맡음</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>닫기</translation>
        </message>
        <message>
            <source>Close all the same</source>
            <translation>그래도 닫기</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>배정을 해제함</translation>
        </message>
        <message>
            <source>It goes on only while the window is open. What lies in the outbox goes out all the same; the other tickets stay as they are.</source>
            <translation>창이 열려 있는 동안에만 계속됩니다. 보낼 편지함에 있는 것은 그대로 전송되고, 나머지 티켓은 지금 상태로 남습니다.</translation>
        </message>
        <message>
            <source>It isn't known yet who you are at this account.</source>
            <translation>이 계정에서 내가 누구인지 아직 알 수 없습니다.</translation>
        </message>
        <message>
            <source>Leave all as they are</source>
            <translation>모두 그대로 두기</translation>
        </message>
        <message>
            <source>Leave as it is</source>
            <translation>그대로 두기</translation>
        </message>
        <message numerus="yes">
            <source>Mention put aside: %n tickets</source>
            <translation>
                <numerusform>멘션을 치워 둠: 티켓 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>Moved to {team}</source>
            <translation>{team}[으로/로] 옮김</translation>
        </message>
        <message>
            <source>Nobody waits for your word here.</source>
            <translation>여기에는 답을 기다리는 멘션이 없습니다.</translation>
        </message>
        <message numerus="yes">
            <source>Not changed: %n of {all} tickets</source>
            <translation>
                <numerusform>변경 안 됨: 티켓 {all}개 중 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>Not changed: {why}</source>
            <translation>변경 안 됨: {why}</translation>
        </message>
        <message>
            <source>Not claimed: {why}</source>
            <translation>맡지 못함: {why}</translation>
        </message>
        <message>
            <source>Not possible</source>
            <translation>불가능</translation>
        </message>
        <message>
            <source>Nothing here waits for your decision.</source>
            <translation>결정을 기다리는 항목이 없습니다.</translation>
        </message>
        <message>
            <source>Nothing here would be better for another try.</source>
            <translation>다시 시도해도 나아질 항목이 없습니다.</translation>
        </message>
        <message>
            <source>Open ticket</source>
            <translation>티켓 열기</translation>
        </message>
        <message>
            <source>Priority {priority}</source>
            <translation>우선순위: {priority}</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>다시 시도</translation>
        </message>
        <message>
            <source>Retry all</source>
            <translation>모두 다시 시도</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>보기</translation>
        </message>
        <message>
            <source>Snoozed until the customer writes</source>
            <translation>고객이 답할 때까지 미룸</translation>
        </message>
        <message>
            <source>Snoozed until {time}</source>
            <translation>{time}까지 미룸</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>해결함</translation>
        </message>
        <message>
            <source>Status {status}</source>
            <translation>상태: {status}</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>계속 열어 두기</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>중지</translation>
        </message>
        <message numerus="yes">
            <source>Stopped. {what}: %n tickets</source>
            <translation>
                <numerusform>중지했습니다. {what}: 티켓 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>Tag {tag} removed</source>
            <translation>태그 {tag} 제거함</translation>
        </message>
        <message>
            <source>Tagged {tag}</source>
            <translation>태그 {tag} 추가함</translation>
        </message>
        <message numerus="yes">
            <source>Taken back: %n tickets</source>
            <translation>
                <numerusform>되돌림: 티켓 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Taken back: {back}. Sent before: %n.</source>
            <translation>
                <numerusform>되돌림: {back}. 이미 보냄: %n개.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Taken back: {done} of %n tickets</source>
            <translation>
                <numerusform>되돌리는 중: 티켓 %n개 중 {done}개</numerusform>
            </translation>
        </message>
        <message>
            <source>Taken over from {who}</source>
            <translation>{who}에게서 넘겨받음</translation>
        </message>
        <message>
            <source>The account {name} doesn't have it.</source>
            <translation>계정 {name}에는 없습니다.</translation>
        </message>
        <message>
            <source>The rest follows as the backend takes it, while the window is open.</source>
            <translation>창이 열려 있는 동안 백엔드가 받는 대로 나머지가 이어집니다.</translation>
        </message>
        <message>
            <source>The rest waits until you decide about those that were not changed.</source>
            <translation>변경되지 않은 티켓을 어떻게 할지 정하실 때까지 나머지는 기다립니다.</translation>
        </message>
        <message>
            <source>There was nothing to change: the ticket has this already.</source>
            <translation>변경할 것이 없습니다. 이 티켓에는 이미 적용되어 있습니다.</translation>
        </message>
        <message>
            <source>There was nothing to change: the tickets have this already.</source>
            <translation>변경할 것이 없습니다. 이 티켓들에는 이미 적용되어 있습니다.</translation>
        </message>
        <message>
            <source>Tickets that were not changed</source>
            <translation>변경되지 않은 티켓</translation>
        </message>
        <message>
            <source>Was it done?</source>
            <translation>처리되었나요?</translation>
        </message>
        <message>
            <source>Woken</source>
            <translation>다시 꺼냄</translation>
        </message>
        <message numerus="yes">
            <source>{what}: %n tickets</source>
            <translation>
                <numerusform>{what}: 티켓 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{what}: {done} of %n tickets</source>
            <translation>
                <numerusform>{what}: 티켓 %n개 중 {done}개</numerusform>
            </translation>
        </message>
        <message>
            <source>{what}: {subject}</source>
            <translation>{what}: {subject}</translation>
        </message>
        <message>
            <source>{who} was faster: {subject}</source>
            <translation>{who} 님이 먼저 맡았습니다: {subject}</translation>
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
        <message numerus="yes">
            <source>%n entries arrived since you began. Look first, or send anyway.</source>
            <translation>
                <numerusform>쓰기 시작한 뒤 %n개가 새로 왔습니다. 먼저 보거나 그대로 보내세요.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n files</source>
            <translation>
                <numerusform>파일 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more files on their way</source>
            <translation>
                <numerusform>파일 %n개 더 추가하는 중</numerusform>
            </translation>
        </message>
        <message>
            <source>A file is still being attached.</source>
            <translation>파일을 첨부하는 중입니다.</translation>
        </message>
        <message>
            <source>A note for colleagues only…</source>
            <translation>동료만 보는 메모…</translation>
        </message>
        <message>
            <source>A note for yourself, on this computer only…</source>
            <translation>나만 보는 메모, 이 컴퓨터에만…</translation>
        </message>
        <message>
            <source>A note on this computer is kept as it is typed.</source>
            <translation>이 컴퓨터의 메모는 입력한 그대로 보관됩니다.</translation>
        </message>
        <message>
            <source>A note on this computer is sent nowhere, now or later.</source>
            <translation>이 컴퓨터의 메모는 지금도 나중에도 전송되지 않습니다.</translation>
        </message>
        <message>
            <source>A note on this computer takes no files.</source>
            <translation>이 컴퓨터의 메모에는 파일을 첨부할 수 없습니다.</translation>
        </message>
        <message>
            <source>A note on this computer takes no files: take them out first.</source>
            <translation>이 컴퓨터의 메모에는 파일을 첨부할 수 없습니다. 파일을 먼저 빼세요.</translation>
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
            <source>Add “{word}” to my words</source>
            <translation>“{word}”[을/를] 내 단어에 추가</translation>
        </message>
        <message>
            <source>As it was sent</source>
            <translation>보냈을 때</translation>
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
            <source>Attached: {names}</source>
            <translation>첨부: {names}</translation>
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
            <source>Before an earlier one came back</source>
            <translation>이전 버전을 불러오기 전</translation>
        </message>
        <message>
            <source>Before it is sent</source>
            <translation>보내기 전에 확인할 사항</translation>
        </message>
        <message>
            <source>Before it was discarded</source>
            <translation>버리기 전</translation>
        </message>
        <message>
            <source>Bold</source>
            <translation>굵게</translation>
        </message>
        <message>
            <source>Bring this version back</source>
            <translation>이 버전 불러오기</translation>
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
            <source>Changes your note. Only you see it.</source>
            <translation>내 메모를 고칩니다. 나만 봅니다.</translation>
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
            <source>Close</source>
            <translation>닫기</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>코드</translation>
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
            <source>Earlier versions of this draft</source>
            <translation>이 글의 이전 버전</translation>
        </message>
        <message>
            <source>Earlier versions, newest first</source>
            <translation>이전 버전, 최신순</translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation>이모지</translation>
        </message>
        <message>
            <source>Enter takes it, Esc leaves the text as it is.</source>
            <translation>Enter로 고르고, Esc를 누르면 글을 그대로 둡니다.</translation>
        </message>
        <message>
            <source>For example: tomorrow 9, monday 14:00, in 2 hours</source>
            <translation>예: 내일 9시, 월요일 14:00, 2시간 뒤</translation>
        </message>
        <message>
            <source>Formatting is not known to work here, so the text leaves as typed.</source>
            <translation>여기서는 서식을 쓸 수 있는지 알 수 없어 입력한 글자 그대로 보냅니다.</translation>
        </message>
        <message>
            <source>Go to the next one</source>
            <translation>다음으로 이동</translation>
        </message>
        <message>
            <source>In a live chat somebody waits: it can only be sent now.</source>
            <translation>실시간 채팅에서는 상대가 기다리므로 지금만 보낼 수 있습니다.</translation>
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
            <source>It is being kept.</source>
            <translation>보관하는 중입니다.</translation>
        </message>
        <message>
            <source>It is being put into the outbox.</source>
            <translation>보낼 편지함에 넣는 중입니다.</translation>
        </message>
        <message>
            <source>It is being sent now.</source>
            <translation>지금 보내는 중입니다.</translation>
        </message>
        <message>
            <source>It leaves then if this computer is running, else as soon as it does.</source>
            <translation>이 컴퓨터가 켜져 있으면 그때, 아니면 켜지는 대로 보냅니다.</translation>
        </message>
        <message>
            <source>It will be sent {time}.</source>
            <translation>{time}에 보냅니다.</translation>
        </message>
        <message>
            <source>Italic</source>
            <translation>기울임</translation>
        </message>
        <message>
            <source>Keep note</source>
            <translation>메모 보관</translation>
        </message>
        <message>
            <source>Keep what is written here first, or empty it.</source>
            <translation>여기 쓴 메모를 먼저 보관하거나 비우세요.</translation>
        </message>
        <message>
            <source>Kept on this computer.</source>
            <translation>이 컴퓨터에 보관했습니다.</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>링크</translation>
        </message>
        <message>
            <source>List</source>
            <translation>목록</translation>
        </message>
        <message>
            <source>Look first</source>
            <translation>먼저 보기</translation>
        </message>
        <message>
            <source>Looking for suggestions…</source>
            <translation>추천 단어를 찾는 중…</translation>
        </message>
        <message>
            <source>More tools</source>
            <translation>도구 더 보기</translation>
        </message>
        <message>
            <source>No emoji of that name.</source>
            <translation>그런 이름의 이모지가 없습니다.</translation>
        </message>
        <message>
            <source>No suggestions</source>
            <translation>추천 단어 없음</translation>
        </message>
        <message>
            <source>Nobody of this account is called “{name}”.</source>
            <translation>이 계정에 “{name}”[이라는/라는] 사람이 없습니다.</translation>
        </message>
        <message>
            <source>Not kept, the text is still here</source>
            <translation>보관하지 못했습니다. 글은 그대로 있습니다</translation>
        </message>
        <message>
            <source>Not queued, the text is still here</source>
            <translation>보낼 편지함에 넣지 못했습니다. 글은 그대로 있습니다</translation>
        </message>
        <message>
            <source>Note on this computer only, seen by nobody else</source>
            <translation>이 컴퓨터에만 있는 메모, 다른 사람은 보지 못함</translation>
        </message>
        <message>
            <source>Nothing is kept yet: a version is kept at each pause in writing.</source>
            <translation>아직 보관된 것이 없습니다. 쓰다가 멈출 때마다 버전이 보관됩니다.</translation>
        </message>
        <message>
            <source>Nothing is written yet.</source>
            <translation>아직 쓴 내용이 없습니다.</translation>
        </message>
        <message>
            <source>Numbered list</source>
            <translation>번호 목록</translation>
        </message>
        <message>
            <source>On leaving the ticket</source>
            <translation>티켓을 떠날 때</translation>
        </message>
        <message>
            <source>Only colleagues see this.</source>
            <translation>동료에게만 보입니다.</translation>
        </message>
        <message>
            <source>Only colleagues see this: every agent of {name}</source>
            <translation>동료만 봅니다: {name}의 모든 상담원</translation>
        </message>
        <message>
            <source>Only colleagues see this: those whom {name} lets read notes in {team}</source>
            <translation>동료만 봅니다: {name}에서 {team} 메모를 읽을 권한이 있는 사람</translation>
        </message>
        <message>
            <source>Only here</source>
            <translation>여기만</translation>
        </message>
        <message>
            <source>Only on this computer</source>
            <translation>이 컴퓨터에만</translation>
        </message>
        <message numerus="yes">
            <source>Only the first %n characters came in: attach such a text.</source>
            <translation>
                <numerusform>처음 %n자만 붙여 넣었습니다. 이런 글은 파일로 첨부하세요.</numerusform>
            </translation>
        </message>
        <message>
            <source>Only you see this. It is sent nowhere.</source>
            <translation>나만 봅니다. 어디로도 전송되지 않습니다.</translation>
        </message>
        <message>
            <source>Placeholders are not filled in yet. Fill them in or take them out.</source>
            <translation>아직 채우지 않은 자리표시자가 있습니다. 채우거나 지우세요.</translation>
        </message>
        <message>
            <source>Preview. Esc to write on.</source>
            <translation>미리보기입니다. Esc를 누르면 이어서 씁니다.</translation>
        </message>
        <message>
            <source>Preview: as it will be seen</source>
            <translation>미리보기: 상대에게 보이는 모습</translation>
        </message>
        <message>
            <source>Queuing…</source>
            <translation>보낼 편지함에 넣는 중…</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>인용</translation>
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
            <source>Search emoji</source>
            <translation>이모지 검색</translation>
        </message>
        <message>
            <source>Search: heart, thanks…</source>
            <translation>검색: 하트, 감사…</translation>
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
            <source>Send anyway</source>
            <translation>그대로 보내기</translation>
        </message>
        <message>
            <source>Send later</source>
            <translation>나중에 보내기</translation>
        </message>
        <message>
            <source>Send later…</source>
            <translation>나중에 보내기…</translation>
        </message>
        <message>
            <source>Send then</source>
            <translation>그때 보내기</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>제안</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>되돌렸습니다.</translation>
        </message>
        <message>
            <source>That is right now: send it instead.</source>
            <translation>지금 시각입니다. 바로 보내세요.</translation>
        </message>
        <message>
            <source>That is you: nobody would be told.</source>
            <translation>본인입니다. 아무에게도 알리지 않습니다.</translation>
        </message>
        <message>
            <source>The draft can't be saved: {why} It stays here as long as this window is open.</source>
            <translation>임시 저장을 할 수 없습니다: {why} 이 창이 열려 있는 동안 글은 여기에 남아 있습니다.</translation>
        </message>
        <message>
            <source>The earlier version is back. The words before it are kept too.</source>
            <translation>이전 버전을 불러왔습니다. 그 전의 글도 보관됩니다.</translation>
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
            <source>This version</source>
            <translation>이 버전</translation>
        </message>
        <message>
            <source>Tools for writing</source>
            <translation>글쓰기 도구</translation>
        </message>
        <message>
            <source>Underlined: only in this version. Struck out: only in the present one.</source>
            <translation>밑줄: 이 버전에만 있음. 취소선: 지금 글에만 있음.</translation>
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
            <source>When to send</source>
            <translation>보낼 때</translation>
        </message>
        <message>
            <source>While writing</source>
            <translation>쓰는 중</translation>
        </message>
        <message>
            <source>Whoever you name can read it, like every agent of this account.</source>
            <translation>이 계정의 모든 상담원이 읽을 수 있으므로 언급한 사람도 읽을 수 있습니다.</translation>
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
            <source>{channel} carries plain text only, so the text leaves as typed.</source>
            <translation>{channel}[은/는] 일반 텍스트만 전달하므로 입력한 글자 그대로 보냅니다.</translation>
        </message>
        <message numerus="yes">
            <source>{names} and %n more</source>
            <translation>
                <numerusform>{names} 외 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} doesn't tell who may read notes: whether the one you name can isn't known here.</source>
            <translation>{name}[은/는] 누가 메모를 읽을 수 있는지 알려 주지 않습니다. 언급한 사람이 읽을 수 있는지는 여기서 알 수 없습니다.</translation>
        </message>
        <message>
            <source>{name} has {size}; this account takes at most {cap} for one attachment.</source>
            <translation>{name}의 크기는 {size}입니다. 이 계정은 첨부 파일 하나에 최대 {cap}까지 받습니다.</translation>
        </message>
        <message>
            <source>{name} takes no notes from here: only you see this one.</source>
            <translation>{name}에는 여기서 메모를 보낼 수 없습니다. 이 메모는 나만 봅니다.</translation>
        </message>
        <message>
            <source>{via} · {time} there</source>
            <translation>{via} · 현지 시각 {time}</translation>
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
            <source>None so far; older tickets are still being read.</source>
            <translation>아직 없습니다. 이전 티켓을 계속 읽고 있습니다.</translation>
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
            <source>%n entries are hidden</source>
            <translation>
                <numerusform>%n개가 숨겨져 있습니다</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n files saved in {folder}.</source>
            <translation>
                <numerusform>{folder}에 파일 %n개를 저장했습니다.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n matches here</source>
            <translation>
                <numerusform>여기 일치 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new messages below</source>
            <translation>
                <numerusform>아래에 새 메시지 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new since you looked</source>
            <translation>
                <numerusform>마지막으로 본 뒤 새 항목 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not saved.</source>
            <translation>
                <numerusform>%n개는 저장하지 못했습니다.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them new</source>
            <translation>
                <numerusform>그중 새 항목 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>활동</translation>
        </message>
        <message>
            <source>All</source>
            <translation>전체</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>Change time</source>
            <translation>시간 변경</translation>
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
            <source>Close</source>
            <translation>닫기</translation>
        </message>
        <message>
            <source>Close find</source>
            <translation>찾기 닫기</translation>
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
            <source>Copy or print…</source>
            <translation>복사 또는 인쇄…</translation>
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
            <source>Copy, print, save</source>
            <translation>복사, 인쇄, 저장</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>삭제</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>내려받기</translation>
        </message>
        <message>
            <source>Earlier ticket: {ticket}</source>
            <translation>이전 티켓: {ticket}</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>편집</translation>
        </message>
        <message>
            <source>Everything is shown</source>
            <translation>모두 표시 중</translation>
        </message>
        <message>
            <source>Find in this conversation</source>
            <translation>이 대화에서 찾기</translation>
        </message>
        <message>
            <source>Go to what is new</source>
            <translation>새로운 것으로 이동</translation>
        </message>
        <message>
            <source>Image {name}</source>
            <translation>이미지 {name}</translation>
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
            <source>Loading…</source>
            <translation>불러오는 중…</translation>
        </message>
        <message>
            <source>Next match</source>
            <translation>다음 일치 항목</translation>
        </message>
        <message>
            <source>No match</source>
            <translation>일치하는 것 없음</translation>
        </message>
        <message>
            <source>Nobody else sees it</source>
            <translation>다른 사람은 보지 못함</translation>
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
            <source>Notes</source>
            <translation>메모</translation>
        </message>
        <message>
            <source>Nothing has been written here yet.</source>
            <translation>아직 작성된 내용이 없습니다.</translation>
        </message>
        <message>
            <source>Nothing is new since you last looked.</source>
            <translation>마지막으로 본 뒤 새로운 것이 없습니다.</translation>
        </message>
        <message>
            <source>Only activity is shown</source>
            <translation>활동만 표시 중</translation>
        </message>
        <message>
            <source>Only internal notes are shown</source>
            <translation>내부 메모만 표시 중</translation>
        </message>
        <message>
            <source>Only on this computer</source>
            <translation>이 컴퓨터에만</translation>
        </message>
        <message>
            <source>Only public messages are shown</source>
            <translation>공개 메시지만 표시 중</translation>
        </message>
        <message>
            <source>Only the beginning is shown. Save it to see all of it.</source>
            <translation>앞부분만 표시합니다. 전체를 보려면 저장하세요.</translation>
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
            <source>Preview</source>
            <translation>미리보기</translation>
        </message>
        <message>
            <source>Previous match</source>
            <translation>이전 일치 항목</translation>
        </message>
        <message>
            <source>Public</source>
            <translation>공개</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>다시 시도</translation>
        </message>
        <message>
            <source>Save all attachments</source>
            <translation>모든 첨부 파일 저장</translation>
        </message>
        <message>
            <source>Save all attachments…</source>
            <translation>모든 첨부 파일 저장…</translation>
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
            <source>Saving {number} of {total}…</source>
            <translation>{total}개 중 {number}번째 저장 중…</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>다시 보내기</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>지금 보내기</translation>
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
            <source>Show all</source>
            <translation>모두 보기</translation>
        </message>
        <message>
            <source>Show or hide the quoted text</source>
            <translation>인용문 보이기/숨기기</translation>
        </message>
        <message>
            <source>Show the earlier ticket: {ticket}</source>
            <translation>이전 티켓 보기: {ticket}</translation>
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
            <source>The note was deleted from this computer.</source>
            <translation>이 컴퓨터에서 메모를 삭제했습니다.</translation>
        </message>
        <message>
            <source>There is no activity here.</source>
            <translation>여기에는 활동이 없습니다.</translation>
        </message>
        <message>
            <source>There is no internal note here.</source>
            <translation>여기에는 내부 메모가 없습니다.</translation>
        </message>
        <message>
            <source>There is no public message here.</source>
            <translation>여기에는 공개 메시지가 없습니다.</translation>
        </message>
        <message>
            <source>This can't be shown as an image. Save it to look at it.</source>
            <translation>이미지로 표시할 수 없습니다. 저장해서 보세요.</translation>
        </message>
        <message>
            <source>This conversation can't be read right now.</source>
            <translation>지금은 이 대화를 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>This file can't be read right now.</source>
            <translation>지금은 이 파일을 읽을 수 없습니다.</translation>
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
            <source>This ticket has no attachments.</source>
            <translation>이 티켓에는 첨부 파일이 없습니다.</translation>
        </message>
        <message>
            <source>This ticket: {subject}</source>
            <translation>이 티켓: {subject}</translation>
        </message>
        <message>
            <source>To the newest</source>
            <translation>가장 최근으로</translation>
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
            <source>What is shown</source>
            <translation>표시할 내용</translation>
        </message>
        <message>
            <source>Will be sent {time}</source>
            <translation>{time}에 보냄</translation>
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
            <source>You {changes}</source>
            <translation>내가 {changes}했습니다</translation>
        </message>
        <message>
            <source>added the tag “{tag}”</source>
            <translation>태그 “{tag}”[을/를] 추가</translation>
        </message>
        <message>
            <source>assigned it to {new}</source>
            <translation>{new}에게 배정</translation>
        </message>
        <message>
            <source>attachment {name}</source>
            <translation>첨부 파일 {name}</translation>
        </message>
        <message>
            <source>changed the subject to “{new}”</source>
            <translation>제목을 “{new}”[으로/로] 변경</translation>
        </message>
        <message>
            <source>created the ticket</source>
            <translation>티켓을 생성</translation>
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
            <source>merged {old} into {new}</source>
            <translation>{old}[을/를] {new}[으로/로] 병합</translation>
        </message>
        <message>
            <source>message</source>
            <translation>메시지</translation>
        </message>
        <message>
            <source>moved it to {new}</source>
            <translation>{new}[으로/로] 이동</translation>
        </message>
        <message>
            <source>note on this computer only</source>
            <translation>이 컴퓨터에만 있는 메모</translation>
        </message>
        <message>
            <source>removed the tag “{tag}”</source>
            <translation>태그 “{tag}”[을/를] 제거</translation>
        </message>
        <message>
            <source>removed {old} from {field}</source>
            <translation>{field}에서 {old}[을/를] 삭제</translation>
        </message>
        <message>
            <source>set the priority to {new}</source>
            <translation>우선순위를 {new}[으로/로] 변경</translation>
        </message>
        <message>
            <source>set the status to {new}</source>
            <translation>상태를 {new}[으로/로] 변경</translation>
        </message>
        <message>
            <source>set {field} to {new}</source>
            <translation>{field}[을/를] {new}[으로/로] 변경</translation>
        </message>
        <message>
            <source>unassigned it</source>
            <translation>배정을 해제</translation>
        </message>
        <message>
            <source>{number} of {total}</source>
            <translation>{total}개 중 {number}번째</translation>
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
        <message>
            <source>{who} {changes}</source>
            <translation>{who}[이/가] {changes}했습니다</translation>
        </message>
    </context>
    <context>
        <name>Debug</name>
        <message>
            <source>Blocked window</source>
            <translation>멈춘 창</translation>
        </message>
        <message>
            <source>Change notices</source>
            <translation>변경 알림</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>복사했습니다.</translation>
        </message>
        <message>
            <source>Copy all as text</source>
            <translation>전체를 텍스트로 복사</translation>
        </message>
        <message>
            <source>Debugging view</source>
            <translation>디버그 보기</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>엔진</translation>
        </message>
        <message>
            <source>Nothing yet.</source>
            <translation>아직 없습니다.</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>보낼 편지함</translation>
        </message>
        <message>
            <source>Slow queries</source>
            <translation>느린 조회</translation>
        </message>
        <message>
            <source>What Workspace did lately, in numbers. No names, addresses or texts of customers are in it, so it may go into a report.</source>
            <translation>Workspace가 최근에 한 일을 숫자로 보여 줍니다. 고객의 이름, 주소, 글은 들어 있지 않으므로 보고서에 넣어도 됩니다.</translation>
        </message>
        <message>
            <source>Where the window was held up</source>
            <translation>창이 멈춘 곳</translation>
        </message>
        <message>
            <source>account</source>
            <translation>계정</translation>
        </message>
        <message>
            <source>command</source>
            <translation>명령</translation>
        </message>
        <message>
            <source>created</source>
            <translation>만든 시각</translation>
        </message>
        <message>
            <source>error</source>
            <translation>오류</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>종류</translation>
        </message>
        <message>
            <source>last try</source>
            <translation>마지막 시도</translation>
        </message>
        <message>
            <source>not before</source>
            <translation>보낼 시각</translation>
        </message>
        <message>
            <source>notice</source>
            <translation>알림</translation>
        </message>
        <message>
            <source>numbers</source>
            <translation>번호</translation>
        </message>
        <message>
            <source>process</source>
            <translation>프로세스</translation>
        </message>
        <message>
            <source>read</source>
            <translation>조회</translation>
        </message>
        <message>
            <source>rows</source>
            <translation>행</translation>
        </message>
        <message>
            <source>state</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>time</source>
            <translation>시각</translation>
        </message>
        <message>
            <source>tries</source>
            <translation>시도</translation>
        </message>
        <message>
            <source>value</source>
            <translation>값</translation>
        </message>
        <message>
            <source>what</source>
            <translation>항목</translation>
        </message>
        <message>
            <source>where</source>
            <translation>위치</translation>
        </message>
    </context>
    <context>
        <name>Drag</name>
        <message numerus="yes">
            <source>%n tickets</source>
            <translation>
                <numerusform>티켓 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>A ticket stays in its account.</source>
            <translation>티켓은 자기 계정에 머뭅니다.</translation>
        </message>
        <message>
            <source>A ticket's channel is the customer's choice.</source>
            <translation>티켓의 채널은 고객이 정합니다.</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>내가 맡기</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>배정 해제</translation>
        </message>
        <message>
            <source>Mentions come from notes that name you.</source>
            <translation>멘션은 나를 언급한 메모에서 옵니다.</translation>
        </message>
        <message>
            <source>Move to {team}</source>
            <translation>{team}[으로/로] 옮기기</translation>
        </message>
        <message>
            <source>Snooze…</source>
            <translation>미루기…</translation>
        </message>
        <message>
            <source>They are in this queue already.</source>
            <translation>이미 이 대기열에 있습니다.</translation>
        </message>
        <message>
            <source>This team belongs to another account.</source>
            <translation>이 팀은 다른 계정에 속합니다.</translation>
        </message>
        <message>
            <source>Tickets come here by their deadline.</source>
            <translation>티켓은 마감에 따라 여기로 옵니다.</translation>
        </message>
        <message>
            <source>Tickets come here by what they are, not by hand.</source>
            <translation>티켓은 손으로 옮기는 것이 아니라 상태에 따라 여기로 옵니다.</translation>
        </message>
    </context>
    <context>
        <name>Macros</name>
        <message numerus="yes">
            <source>%n left out:</source>
            <translation>
                <numerusform>%n개 제외:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n macros are new or the same</source>
            <translation>
                <numerusform>새롭거나 같은 매크로 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n macros exported</source>
            <translation>
                <numerusform>매크로 %n개를 내보냈습니다</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n macros imported</source>
            <translation>
                <numerusform>매크로 %n개를 가져왔습니다</numerusform>
            </translation>
        </message>
        <message>
            <source>A folder that the team shares</source>
            <translation>팀이 공유하는 폴더</translation>
        </message>
        <message>
            <source>A note for colleagues, beside the reply…</source>
            <translation>답장과 함께 동료에게 남길 메모…</translation>
        </message>
        <message>
            <source>Add a file</source>
            <translation>파일 추가</translation>
        </message>
        <message>
            <source>Add a file…</source>
            <translation>파일 추가…</translation>
        </message>
        <message>
            <source>Add a folder that the team shares…</source>
            <translation>팀이 공유하는 폴더 추가…</translation>
        </message>
        <message>
            <source>Add a language</source>
            <translation>언어 추가</translation>
        </message>
        <message>
            <source>Added: {folder}</source>
            <translation>추가함: {folder}</translation>
        </message>
        <message>
            <source>Adds an internal note</source>
            <translation>내부 메모를 추가합니다</translation>
        </message>
        <message>
            <source>Adds tags</source>
            <translation>추가할 태그</translation>
        </message>
        <message>
            <source>Adds the tag {value}</source>
            <translation>태그 {value} 추가</translation>
        </message>
        <message>
            <source>Another one of this name is here:</source>
            <translation>이 이름의 다른 매크로가 있습니다:</translation>
        </message>
        <message>
            <source>Applied: {name}</source>
            <translation>적용함: {name}</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>담당자</translation>
        </message>
        <message>
            <source>Assignee → {value}</source>
            <translation>담당자 → {value}</translation>
        </message>
        <message>
            <source>Attached files</source>
            <translation>첨부된 파일</translation>
        </message>
        <message>
            <source>Attaches files</source>
            <translation>파일을 첨부합니다</translation>
        </message>
        <message>
            <source>Attaches {value}</source>
            <translation>{value} 첨부</translation>
        </message>
        <message>
            <source>Can't be read, and is left out:</source>
            <translation>읽을 수 없어 제외합니다:</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>Changes the ticket at once</source>
            <translation>티켓을 바로 변경합니다</translation>
        </message>
        <message>
            <source>Choose a macro first.</source>
            <translation>먼저 매크로를 고르세요.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>닫기</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>삭제</translation>
        </message>
        <message>
            <source>Deleted: {name}</source>
            <translation>삭제함: {name}</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>복제</translation>
        </message>
        <message>
            <source>Edit macros…</source>
            <translation>매크로 편집…</translation>
        </message>
        <message>
            <source>Enter applies, Esc closes, {key} edits.</source>
            <translation>Enter는 적용, Esc는 닫기, {key}[은/는] 편집.</translation>
        </message>
        <message>
            <source>Every language</source>
            <translation>모든 언어</translation>
        </message>
        <message>
            <source>Export all…</source>
            <translation>모두 내보내기…</translation>
        </message>
        <message>
            <source>Export macros</source>
            <translation>매크로 내보내기</translation>
        </message>
        <message>
            <source>Export this one…</source>
            <translation>이것만 내보내기…</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>필터</translation>
        </message>
        <message>
            <source>Filter the macros</source>
            <translation>매크로 필터</translation>
        </message>
        <message>
            <source>Find a macro</source>
            <translation>매크로 찾기</translation>
        </message>
        <message>
            <source>Find a macro by its name or words</source>
            <translation>이름이나 내용으로 매크로 찾기</translation>
        </message>
        <message>
            <source>Import macros</source>
            <translation>매크로 가져오기</translation>
        </message>
        <message>
            <source>Import the others</source>
            <translation>나머지 가져오기</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>가져오기…</translation>
        </message>
        <message>
            <source>Insert a placeholder</source>
            <translation>자리표시자 넣기</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>내부 메모</translation>
        </message>
        <message>
            <source>Internal note as it would be written</source>
            <translation>작성될 내부 메모</translation>
        </message>
        <message>
            <source>Internal note, not seen by the customer</source>
            <translation>내부 메모, 고객에게 보이지 않음</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>둘 다 두기</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>내 것 유지</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>키</translation>
        </message>
        <message>
            <source>Key: {key}. Press to change it.</source>
            <translation>키: {key}. 누르면 바꿉니다.</translation>
        </message>
        <message>
            <source>Keywords</source>
            <translation>검색어</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>언어</translation>
        </message>
        <message>
            <source>Languages</source>
            <translation>언어</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>빼기</translation>
        </message>
        <message>
            <source>Leave {folder}</source>
            <translation>{folder} 나가기</translation>
        </message>
        <message>
            <source>Left: {folder}</source>
            <translation>나감: {folder}</translation>
        </message>
        <message>
            <source>Line {line}: {what}</source>
            <translation>{line}번째 줄: {what}</translation>
        </message>
        <message>
            <source>Macros</source>
            <translation>매크로</translation>
        </message>
        <message>
            <source>Macros (*.zip *.toml)</source>
            <translation>매크로 (*.zip *.toml)</translation>
        </message>
        <message>
            <source>Macros (*.zip)</source>
            <translation>매크로 (*.zip)</translation>
        </message>
        <message>
            <source>Macros go with replies and with notes to colleagues.</source>
            <translation>매크로는 답장과 동료에게 쓰는 메모에서 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>More…</source>
            <translation>더 보기…</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>Name in this language</source>
            <translation>이 언어의 이름</translation>
        </message>
        <message>
            <source>New</source>
            <translation>새로 만들기</translation>
        </message>
        <message>
            <source>New macro</source>
            <translation>새 매크로</translation>
        </message>
        <message>
            <source>No macro fits.</source>
            <translation>맞는 매크로가 없습니다.</translation>
        </message>
        <message>
            <source>Not applied to {ticket}: {why}.</source>
            <translation>{ticket}에 적용하지 못함: {why}.</translation>
        </message>
        <message>
            <source>Not saved: {names}. Close once more to drop it.</source>
            <translation>저장하지 않음: {names}. 한 번 더 닫으면 버립니다.</translation>
        </message>
        <message>
            <source>Not snoozed: {why}</source>
            <translation>미루지 못함: {why}</translation>
        </message>
        <message>
            <source>Nothing fills {value}</source>
            <translation>{value}[을/를] 채울 값이 없습니다</translation>
        </message>
        <message>
            <source>Nothing has been changed.</source>
            <translation>바뀐 것이 없습니다.</translation>
        </message>
        <message>
            <source>Nothing is known for {names}: fill it in before it is sent.</source>
            <translation>{names}에 넣을 값을 알 수 없습니다. 보내기 전에 채우세요.</translation>
        </message>
        <message>
            <source>Only for accounts</source>
            <translation>이 계정만</translation>
        </message>
        <message>
            <source>Only for channels</source>
            <translation>이 채널만</translation>
        </message>
        <message>
            <source>Order number = A-1024</source>
            <translation>주문 번호 = A-1024</translation>
        </message>
        <message>
            <source>Other fields</source>
            <translation>다른 필드</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>우선순위</translation>
        </message>
        <message>
            <source>Priority → {value}</source>
            <translation>우선순위 → {value}</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>되돌리기</translation>
        </message>
        <message>
            <source>Put back: {name}</source>
            <translation>되돌림: {name}</translation>
        </message>
        <message>
            <source>Puts text into the internal note</source>
            <translation>내부 메모에 글을 넣습니다</translation>
        </message>
        <message>
            <source>Puts text into the reply</source>
            <translation>답장에 글을 넣습니다</translation>
        </message>
        <message>
            <source>Removes tags</source>
            <translation>제거할 태그</translation>
        </message>
        <message>
            <source>Removes the tag {value}</source>
            <translation>태그 {value} 제거</translation>
        </message>
        <message>
            <source>Replace mine</source>
            <translation>내 것 바꾸기</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>답장</translation>
        </message>
        <message>
            <source>Reply to the customer</source>
            <translation>고객에게 보내는 답장</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>저장</translation>
        </message>
        <message>
            <source>Save it first.</source>
            <translation>먼저 저장하세요.</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>저장함: {name}</translation>
        </message>
        <message>
            <source>Snooze</source>
            <translation>미루기</translation>
        </message>
        <message>
            <source>Snoozes until the customer writes</source>
            <translation>고객이 답할 때까지 미룸</translation>
        </message>
        <message>
            <source>Snoozes until {time}</source>
            <translation>{time}까지 미룸</translation>
        </message>
        <message>
            <source>Snoozes: {value}</source>
            <translation>미루기: {value}</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>Status → {value}</source>
            <translation>상태 → {value}</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>팀</translation>
        </message>
        <message>
            <source>Team → {value}</source>
            <translation>팀 → {value}</translation>
        </message>
        <message>
            <source>Text as it would be written</source>
            <translation>작성될 글</translation>
        </message>
        <message>
            <source>The file can't be read: {value}</source>
            <translation>파일을 읽을 수 없습니다: {value}</translation>
        </message>
        <message>
            <source>The file is larger than {value} KiB</source>
            <translation>파일이 {value} KiB보다 큽니다</translation>
        </message>
        <message>
            <source>The file is nested too deeply</source>
            <translation>파일이 너무 깊이 겹쳐 있습니다</translation>
        </message>
        <message>
            <source>The file is not UTF-8 text</source>
            <translation>파일이 UTF-8 텍스트가 아닙니다</translation>
        </message>
        <message>
            <source>The file lies outside of its folder</source>
            <translation>파일이 자기 폴더 밖에 있습니다</translation>
        </message>
        <message>
            <source>The macro</source>
            <translation>매크로</translation>
        </message>
        <message>
            <source>The macro does nothing: it has no text, note, changes, snooze or files</source>
            <translation>매크로가 하는 일이 없습니다. 글, 메모, 변경, 미루기, 파일이 모두 없습니다</translation>
        </message>
        <message>
            <source>The macro has no name</source>
            <translation>매크로에 이름이 없습니다</translation>
        </message>
        <message>
            <source>The note that goes along still has {names}.</source>
            <translation>함께 가는 메모에 아직 {names}[이/가] 남아 있습니다.</translation>
        </message>
        <message>
            <source>The preview shows a macro on the ticket that is open beside this.</source>
            <translation>미리보기는 옆에 열린 티켓에 매크로를 적용한 모습입니다.</translation>
        </message>
        <message>
            <source>There are no macros yet.</source>
            <translation>아직 매크로가 없습니다.</translation>
        </message>
        <message>
            <source>There are no macros yet. “Edit macros…” makes the first one, or adds the folder that your team shares.</source>
            <translation>아직 매크로가 없습니다. “매크로 편집…”에서 처음 것을 만들거나 팀이 공유하는 폴더를 추가하세요.</translation>
        </message>
        <message>
            <source>There is nothing that can be imported</source>
            <translation>가져올 수 있는 항목이 없습니다</translation>
        </message>
        <message>
            <source>This is not TOML: {value}</source>
            <translation>TOML이 아닙니다: {value}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>실행 취소</translation>
        </message>
        <message>
            <source>What else it does</source>
            <translation>그 밖에 하는 일</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>하는 일</translation>
        </message>
        <message>
            <source>What it writes into a reply…</source>
            <translation>답장에 쓸 글…</translation>
        </message>
        <message>
            <source>With it: {effects}</source>
            <translation>함께: {effects}</translation>
        </message>
        <message>
            <source>Write the note myself</source>
            <translation>메모 직접 쓰기</translation>
        </message>
        <message>
            <source>[{value}] is not a table</source>
            <translation>[{value}][은/는] 표가 아닙니다</translation>
        </message>
        <message>
            <source>all</source>
            <translation>전체</translation>
        </message>
        <message>
            <source>already so</source>
            <translation>이미 그러함</translation>
        </message>
        <message>
            <source>another one of this name comes before it</source>
            <translation>이 이름의 다른 매크로가 먼저입니다</translation>
        </message>
        <message>
            <source>as it is</source>
            <translation>그대로</translation>
        </message>
        <message>
            <source>can't be read</source>
            <translation>읽을 수 없음</translation>
        </message>
        <message numerus="yes">
            <source>for %n tickets</source>
            <translation>
                <numerusform>티켓 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>it is not meant for this account or channel</source>
            <translation>이 계정이나 채널용이 아닙니다</translation>
        </message>
        <message>
            <source>its text can't be sent here</source>
            <translation>그 글은 여기서 보낼 수 없습니다</translation>
        </message>
        <message>
            <source>me</source>
            <translation>나</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>none</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>not saved</source>
            <translation>저장 안 됨</translation>
        </message>
        <message>
            <source>nothing is known for {names}</source>
            <translation>{names}에 넣을 값을 알 수 없습니다</translation>
        </message>
        <message>
            <source>nothing of it can be done here</source>
            <translation>여기서 할 수 있는 것이 없습니다</translation>
        </message>
        <message>
            <source>refund, money back</source>
            <translation>환불, 돈 돌려받기</translation>
        </message>
        <message>
            <source>shared: {folder}</source>
            <translation>공유: {folder}</translation>
        </message>
        <message>
            <source>the file is not in the macro's folder</source>
            <translation>파일이 매크로 폴더에 없습니다</translation>
        </message>
        <message>
            <source>this account can't do that</source>
            <translation>이 계정에서는 할 수 없습니다</translation>
        </message>
        <message>
            <source>this account does not know it</source>
            <translation>이 계정이 모르는 값입니다</translation>
        </message>
        <message>
            <source>this account has not said who you are</source>
            <translation>이 계정에서 내가 누구인지 알 수 없습니다</translation>
        </message>
        <message>
            <source>this field takes one value only</source>
            <translation>이 필드는 값을 하나만 받습니다</translation>
        </message>
        <message>
            <source>this field takes other values</source>
            <translation>이 필드는 다른 값을 받습니다</translation>
        </message>
        <message>
            <source>tomorrow 9, in 2 hours, until reply</source>
            <translation>내일 9시, 2시간 뒤, 답장 올 때까지</translation>
        </message>
        <message>
            <source>you are writing an internal note</source>
            <translation>내부 메모를 쓰는 중입니다</translation>
        </message>
        <message>
            <source>{key} is taken by: {name}</source>
            <translation>{key}[은/는] 다음이 쓰고 있습니다: {name}</translation>
        </message>
        <message>
            <source>{name} (copy)</source>
            <translation>{name} (사본)</translation>
        </message>
        <message>
            <source>{name} → {value}</source>
            <translation>{name} → {value}</translation>
        </message>
        <message>
            <source>{name}: there was nothing left to do.</source>
            <translation>{name}: 이미 모두 적용되어 있어 변경할 것이 없습니다.</translation>
        </message>
        <message>
            <source>{value} holds too much</source>
            <translation>{value}에 든 것이 너무 많습니다</translation>
        </message>
        <message>
            <source>{value} is empty</source>
            <translation>{value}[이/가] 비어 있습니다</translation>
        </message>
        <message>
            <source>{value} is not a list of texts</source>
            <translation>{value}[은/는] 글의 목록이 아닙니다</translation>
        </message>
        <message>
            <source>{value} is not a text in quotes</source>
            <translation>{value}[은/는] 따옴표로 묶은 글이 아닙니다</translation>
        </message>
        <message>
            <source>{value} is too long</source>
            <translation>{value}[이/가] 너무 깁니다</translation>
        </message>
        <message>
            <source>“{value}” can't be a macro's file name</source>
            <translation>“{value}”[은/는] 매크로의 파일 이름이 될 수 없습니다</translation>
        </message>
        <message>
            <source>“{value}” is no key such as Ctrl+Alt+1 or F6</source>
            <translation>“{value}”[은/는] Ctrl+Alt+1이나 F6 같은 키가 아닙니다</translation>
        </message>
        <message>
            <source>“{value}” is no language such as en, ko or pt-BR</source>
            <translation>“{value}”[은/는] en, ko, pt-BR 같은 언어가 아닙니다</translation>
        </message>
        <message>
            <source>“{value}” is no name of a file below the macro's folder</source>
            <translation>“{value}”[은/는] 매크로 폴더 안의 파일 이름이 아닙니다</translation>
        </message>
        <message>
            <source>“{value}” is not known to this version; it is kept</source>
            <translation>“{value}”[은/는] 이 버전이 모르는 것이지만 그대로 둡니다</translation>
        </message>
        <message>
            <source>“{value}” names no time</source>
            <translation>“{value}”[은/는] 시각이 아닙니다</translation>
        </message>
        <message>
            <source>“{value}” needs Ctrl or Alt: the key alone would write a letter</source>
            <translation>“{value}”에는 Ctrl이나 Alt가 필요합니다. 키만으로는 글자가 써집니다</translation>
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
        <name>Notifications</name>
        <message numerus="yes">
            <source>%n new messages</source>
            <translation>
                <numerusform>새 메시지 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>고객</translation>
        </message>
        <message numerus="yes">
            <source>In %n tickets</source>
            <translation>
                <numerusform>티켓 %n개에서</numerusform>
            </translation>
        </message>
        <message>
            <source>New message</source>
            <translation>새 메시지</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>열기</translation>
        </message>
        <message>
            <source>This is how a new message shows.</source>
            <translation>새 메시지는 이렇게 표시됩니다.</translation>
        </message>
        <message>
            <source>{who} names you in a note</source>
            <translation>{who} 님이 메모에서 나를 멘션했습니다</translation>
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
            <source>Nothing waits to be sent.</source>
            <translation>보내기를 기다리는 것이 없습니다.</translation>
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
            <source>To be sent {time}</source>
            <translation>{time}에 보낼 예정</translation>
        </message>
        <message>
            <source>Was it sent?</source>
            <translation>보냈나요?</translation>
        </message>
    </context>
    <context>
        <name>Plain</name>
        <message>
            <source>A file can't be read from the disk ({strerror}).</source>
            <translation>디스크에서 파일을 읽을 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>A note on this computer takes no files and is sent nowhere, so nothing was kept.</source>
            <translation>이 컴퓨터의 메모는 파일을 받지 않고 어디로도 전송되지 않으므로 아무것도 보관하지 않았습니다.</translation>
        </message>
        <message>
            <source>A stored file is damaged or was changed from outside, so it is not shown.</source>
            <translation>저장된 파일이 손상되었거나 밖에서 바뀌어 보여 주지 않습니다.</translation>
        </message>
        <message>
            <source>A ticket can't be merged into itself.</source>
            <translation>티켓을 자기 자신과 병합할 수 없습니다.</translation>
        </message>
        <message>
            <source>A written reply can't go by {channel}.</source>
            <translation>글로 쓴 답장은 {channel}[으로/로] 보낼 수 없습니다.</translation>
        </message>
        <message>
            <source>Account {name} is added.</source>
            <translation>계정 {name}[을/를] 추가했습니다.</translation>
        </message>
        <message>
            <source>Account {name} is removed.</source>
            <translation>계정 {name}[을/를] 제거했습니다.</translation>
        </message>
        <message>
            <source>Accounts here: {known}.</source>
            <translation>여기 있는 계정: {known}.</translation>
        </message>
        <message>
            <source>Add --force to do it.</source>
            <translation>그래도 하려면 --force를 붙이세요.</translation>
        </message>
        <message>
            <source>Add --yes, for it can't be undone.</source>
            <translation>되돌릴 수 없으므로 --yes를 붙이세요.</translation>
        </message>
        <message>
            <source>All {seq} records are as they were written. Head: {head}</source>
            <translation>기록 {seq}개가 모두 쓰인 그대로입니다. 머리: {head}</translation>
        </message>
        <message>
            <source>Another Workspace is still preparing the data of this base directory.</source>
            <translation>다른 Workspace가 아직 이 기본 디렉터리의 데이터를 준비하고 있습니다.</translation>
        </message>
        <message>
            <source>Another Workspace is still setting up the key of this base directory.</source>
            <translation>다른 Workspace가 아직 이 기본 디렉터리의 키를 준비하고 있습니다.</translation>
        </message>
        <message>
            <source>Ask an administrator of the backend for this right.</source>
            <translation>서버의 관리자에게 이 권한을 요청하세요.</translation>
        </message>
        <message>
            <source>Attach it again and send again.</source>
            <translation>다시 첨부해서 보내세요.</translation>
        </message>
        <message>
            <source>Attach the file again, then send.</source>
            <translation>파일을 다시 첨부한 다음 보내세요.</translation>
        </message>
        <message>
            <source>Back it up with `workspace desk backup`, and restore it into an account without a path of its own.</source>
            <translation>`workspace desk backup`으로 백업한 다음, 경로를 따로 정하지 않은 계정에 복원하세요.</translation>
        </message>
        <message>
            <source>Backends keep their own copies.</source>
            <translation>서버는 자기 사본을 따로 보관합니다.</translation>
        </message>
        <message>
            <source>Begin with https://.</source>
            <translation>https://로 시작하세요.</translation>
        </message>
        <message>
            <source>Change it and send again.</source>
            <translation>고친 다음 다시 보내세요.</translation>
        </message>
        <message>
            <source>Check `--basedir`.</source>
            <translation>`--basedir`을 확인하세요.</translation>
        </message>
        <message>
            <source>Check that its folder may be written.</source>
            <translation>그 폴더에 쓸 수 있는지 확인하세요.</translation>
        </message>
        <message>
            <source>Check that the base directory belongs to you.</source>
            <translation>기본 디렉터리가 내 것인지 확인하세요.</translation>
        </message>
        <message>
            <source>Check that the disk has room; it is tried again by itself.</source>
            <translation>디스크에 여유가 있는지 확인하세요. 저절로 다시 시도합니다.</translation>
        </message>
        <message>
            <source>Check that the disk is not full and that the base directory can be written.</source>
            <translation>디스크가 가득 차지 않았는지, 기본 디렉터리에 쓸 수 있는지 확인하세요.</translation>
        </message>
        <message>
            <source>Check that the disk is there and may be written, or choose another with --basedir.</source>
            <translation>디스크가 연결되어 있고 쓸 수 있는지 확인하거나, --basedir로 다른 곳을 고르세요.</translation>
        </message>
        <message>
            <source>Check that the disk is there and that you may read and write the base directory.</source>
            <translation>디스크가 연결되어 있고 기본 디렉터리를 읽고 쓸 수 있는지 확인하세요.</translation>
        </message>
        <message>
            <source>Check that the disk is there and that you may read and write the folder.</source>
            <translation>디스크가 연결되어 있고 폴더를 읽고 쓸 수 있는지 확인하세요.</translation>
        </message>
        <message>
            <source>Check that the folder is there and may be written.</source>
            <translation>폴더가 있고 쓸 수 있는지 확인하세요.</translation>
        </message>
        <message>
            <source>Check the address of the account, and any proxy or sign-in page between.</source>
            <translation>계정의 주소와 중간에 있는 프록시나 로그인 페이지를 확인하세요.</translation>
        </message>
        <message>
            <source>Check the address of the account.</source>
            <translation>계정의 주소를 확인하세요.</translation>
        </message>
        <message>
            <source>Check the disk.</source>
            <translation>디스크를 확인하세요.</translation>
        </message>
        <message>
            <source>Check the file's name and rights.</source>
            <translation>파일의 이름과 권한을 확인하세요.</translation>
        </message>
        <message>
            <source>Check the file.</source>
            <translation>파일을 확인하세요.</translation>
        </message>
        <message>
            <source>Check the keyring, or start with `--passphrase-file FILE`.</source>
            <translation>키링을 확인하거나 `--passphrase-file FILE`로 시작하세요.</translation>
        </message>
        <message>
            <source>Check the name of the account.</source>
            <translation>계정의 이름을 확인하세요.</translation>
        </message>
        <message>
            <source>Check the path given with `--passphrase-file`.</source>
            <translation>`--passphrase-file`에 준 경로를 확인하세요.</translation>
        </message>
        <message>
            <source>Check the path of `--basedir`.</source>
            <translation>`--basedir`의 경로를 확인하세요.</translation>
        </message>
        <message>
            <source>Check the path, and that you may write there.</source>
            <translation>경로와, 그곳에 쓸 수 있는지 확인하세요.</translation>
        </message>
        <message>
            <source>Check the path.</source>
            <translation>경로를 확인하세요.</translation>
        </message>
        <message>
            <source>Check the room on the disk.</source>
            <translation>디스크의 여유 공간을 확인하세요.</translation>
        </message>
        <message>
            <source>Check the settings of the account, or report it to the connector's author.</source>
            <translation>계정의 설정을 확인하거나 커넥터를 만든 곳에 알리세요.</translation>
        </message>
        <message>
            <source>Check what was typed or the file, or use the recovery code.</source>
            <translation>입력한 것이나 파일을 확인하거나 복구 코드를 쓰세요.</translation>
        </message>
        <message>
            <source>Choose a .toml file, or a zip or folder of such.</source>
            <translation>.toml 파일이나 그런 파일의 zip 또는 폴더를 고르세요.</translation>
        </message>
        <message>
            <source>Choose a file that isn't there yet.</source>
            <translation>아직 없는 파일 이름을 고르세요.</translation>
        </message>
        <message>
            <source>Choose another channel for the reply.</source>
            <translation>답장할 다른 채널을 고르세요.</translation>
        </message>
        <message>
            <source>Choose another folder, or make room on the disk.</source>
            <translation>다른 폴더를 고르거나 디스크에 여유를 만드세요.</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>다른 폴더를 고르세요.</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>다른 이름을 고르세요.</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>다른 것을 고르세요.</translation>
        </message>
        <message>
            <source>Choose another place.</source>
            <translation>다른 곳을 고르세요.</translation>
        </message>
        <message>
            <source>Choose one of: {choices}.</source>
            <translation>다음 가운데 하나를 고르세요: {choices}.</translation>
        </message>
        <message>
            <source>Close Workspace and start it again.</source>
            <translation>Workspace를 닫고 다시 시작하세요.</translation>
        </message>
        <message>
            <source>Close Workspace and start it again: it checks the file at its start.</source>
            <translation>Workspace를 닫고 다시 시작하세요. 시작할 때 파일을 검사합니다.</translation>
        </message>
        <message>
            <source>Close all windows and commands of Workspace, then start this one again.</source>
            <translation>Workspace의 모든 창과 명령을 닫은 다음 이것을 다시 시작하세요.</translation>
        </message>
        <message>
            <source>Close all windows of Workspace and start again.</source>
            <translation>Workspace의 모든 창을 닫고 다시 시작하세요.</translation>
        </message>
        <message>
            <source>Close every window and stop `workspace sync`, then try again.</source>
            <translation>모든 창을 닫고 `workspace sync`를 멈춘 다음 다시 시도하세요.</translation>
        </message>
        <message>
            <source>Close every window of Workspace and erase once more.</source>
            <translation>Workspace의 모든 창을 닫고 다시 지우세요.</translation>
        </message>
        <message>
            <source>Close every window of Workspace and stop `workspace sync`, then try again.</source>
            <translation>Workspace의 모든 창을 닫고 `workspace sync`를 멈춘 다음 다시 시도하세요.</translation>
        </message>
        <message>
            <source>Close every window of Workspace, then erase once more.</source>
            <translation>Workspace의 모든 창을 닫은 다음 다시 지우세요.</translation>
        </message>
        <message>
            <source>Correct it, or leave it empty.</source>
            <translation>고치거나 비워 두세요.</translation>
        </message>
        <message>
            <source>Correct name and address of the account, or leave both empty.</source>
            <translation>계정의 이름과 주소를 고치거나 둘 다 비워 두세요.</translation>
        </message>
        <message>
            <source>Do it on ticket {merged_into} instead.</source>
            <translation>대신 티켓 {merged_into}에서 하세요.</translation>
        </message>
        <message>
            <source>Do it once more.</source>
            <translation>한 번 더 하세요.</translation>
        </message>
        <message>
            <source>Download or attach it again.</source>
            <translation>다시 내려받거나 첨부하세요.</translation>
        </message>
        <message>
            <source>Enter the address where the backend really lives.</source>
            <translation>서버가 실제로 있는 주소를 입력하세요.</translation>
        </message>
        <message>
            <source>Enter the credentials of this account again.</source>
            <translation>이 계정의 로그인 정보를 다시 입력하세요.</translation>
        </message>
        <message>
            <source>Enter the user name, or use a token made by RT 5.</source>
            <translation>사용자 이름을 입력하거나 RT 5에서 만든 토큰을 쓰세요.</translation>
        </message>
        <message>
            <source>Entry {remote_id} came as {stored} before and comes as {kind} now; an entry never changes its kind. It was not taken.</source>
            <translation>항목 {remote_id}[이/가] 전에는 {stored}[으로/로] 왔는데 지금은 {kind}[으로/로] 왔습니다. 항목의 종류는 바뀌지 않으므로 받지 않았습니다.</translation>
        </message>
        <message>
            <source>Entry {remote_id} came before its ticket {ticket_remote_id}; a ticket comes on the same page as its entries or earlier.</source>
            <translation>항목 {remote_id}[이/가] 그 티켓 {ticket_remote_id}보다 먼저 왔습니다. 티켓은 항목과 같은 페이지나 그 앞에 와야 합니다.</translation>
        </message>
        <message>
            <source>Everything is locked with a new key. New code: {code}</source>
            <translation>모든 것을 새 키로 잠갔습니다. 새 코드: {code}</translation>
        </message>
        <message>
            <source>Export them one by one.</source>
            <translation>하나씩 내보내세요.</translation>
        </message>
        <message>
            <source>Fields: status= assignee= team= priority= tag+= tag-= cf.NAME=</source>
            <translation>필드: status= assignee= team= priority= tag+= tag-= cf.NAME=</translation>
        </message>
        <message>
            <source>For example status=solved.</source>
            <translation>예: status=solved.</translation>
        </message>
        <message>
            <source>Give a UTF-8 text file.</source>
            <translation>UTF-8 텍스트 파일을 주세요.</translation>
        </message>
        <message>
            <source>Give an address instead.</source>
            <translation>대신 주소를 주세요.</translation>
        </message>
        <message>
            <source>Give it another name.</source>
            <translation>다른 이름을 주세요.</translation>
        </message>
        <message>
            <source>Give it as `workspace audit verify` printed it.</source>
            <translation>`workspace audit verify`가 출력한 그대로 주세요.</translation>
        </message>
        <message>
            <source>Give it with --set {name}=…</source>
            <translation>--set {name}=…로 주세요.</translation>
        </message>
        <message>
            <source>If it is in doubt, say first whether it arrived.</source>
            <translation>전송 여부가 불확실하다면 먼저 도착했는지 알려 주세요.</translation>
        </message>
        <message>
            <source>If it was copied from elsewhere, use the recovery code; else restore a backup.</source>
            <translation>다른 곳에서 복사해 왔다면 복구 코드를 쓰고, 아니면 백업을 복원하세요.</translation>
        </message>
        <message>
            <source>Install Workspace again if this stays; what you write is kept in the outbox.</source>
            <translation>계속되면 Workspace를 다시 설치하세요. 쓰신 글은 보낼 편지함에 남아 있습니다.</translation>
        </message>
        <message>
            <source>Install its package, or see `workspace connectors` for those that are here.</source>
            <translation>그 패키지를 설치하거나, `workspace connectors`로 여기 있는 것을 확인하세요.</translation>
        </message>
        <message>
            <source>Install the connector again, or remove the account.</source>
            <translation>커넥터를 다시 설치하거나 계정을 제거하세요.</translation>
        </message>
        <message>
            <source>Install the package sqlcipher3 again; Workspace does not start without it.</source>
            <translation>sqlcipher3 패키지를 다시 설치하세요. 이것 없이는 Workspace가 시작되지 않습니다.</translation>
        </message>
        <message>
            <source>It changed at the server in the meantime.{tail}</source>
            <translation>그사이 서버에서 바뀌었습니다.{tail}</translation>
        </message>
        <message>
            <source>It could not be kept on this computer ({error}).</source>
            <translation>이 컴퓨터에 보관할 수 없었습니다({error}).</translation>
        </message>
        <message>
            <source>It goes on by itself.</source>
            <translation>저절로 이어집니다.</translation>
        </message>
        <message>
            <source>It has been sent and can't be taken back.</source>
            <translation>이미 보냈으므로 되돌릴 수 없습니다.</translation>
        </message>
        <message>
            <source>It has {CODE_SYMBOLS} characters in groups of {CODE_GROUP}; compare it with what you wrote down.</source>
            <translation>{CODE_GROUP}자씩 묶인 {CODE_SYMBOLS}자입니다. 적어 둔 것과 비교하세요.</translation>
        </message>
        <message>
            <source>It is larger than {cap} KiB.</source>
            <translation>{cap} KiB보다 큽니다.</translation>
        </message>
        <message>
            <source>It is not a file.</source>
            <translation>파일이 아닙니다.</translation>
        </message>
        <message>
            <source>It is on its way to the backend and can't be taken back now.</source>
            <translation>지금 서버로 가는 중이라 되돌릴 수 없습니다.</translation>
        </message>
        <message>
            <source>It is safe in the outbox and goes out later: {message}</source>
            <translation>보낼 편지함에 안전하게 있으며 나중에 나갑니다: {message}</translation>
        </message>
        <message>
            <source>It is started again by itself; try again in a moment.</source>
            <translation>저절로 다시 시작되니 잠시 뒤에 다시 시도하세요.</translation>
        </message>
        <message>
            <source>It was deleted or merged at the backend, or its account was removed.</source>
            <translation>서버에서 삭제되었거나 병합되었거나, 계정이 제거되었습니다.</translation>
        </message>
        <message>
            <source>It was taken back already.</source>
            <translation>이미 되돌렸습니다.</translation>
        </message>
        <message>
            <source>It was written beside the backup; bring both.</source>
            <translation>백업 옆에 함께 만들어진 파일입니다. 둘 다 가져오세요.</translation>
        </message>
        <message>
            <source>Keep it apart from this computer: without it and the keyring nobody reads this desk.</source>
            <translation>이 컴퓨터와 따로 보관하세요. 이것과 키링이 없으면 아무도 이 데스크를 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>Kept on this computer. Nobody else sees it.</source>
            <translation>이 컴퓨터에 보관했습니다. 다른 사람은 보지 못합니다.</translation>
        </message>
        <message>
            <source>Known: {names}.</source>
            <translation>알고 있는 것: {names}.</translation>
        </message>
        <message>
            <source>Leave out --attach and --wait, or leave out --local.</source>
            <translation>--attach와 --wait을 빼거나 --local을 빼세요.</translation>
        </message>
        <message>
            <source>Leave out user, password, “?” and “#”; credentials have fields of their own.</source>
            <translation>사용자, 비밀번호, “?”와 “#”은 빼세요. 로그인 정보는 따로 입력하는 칸이 있습니다.</translation>
        </message>
        <message>
            <source>Links look like workspace:ticket/ACCOUNT/ID.</source>
            <translation>링크는 workspace:ticket/ACCOUNT/ID 모양입니다.</translation>
        </message>
        <message>
            <source>Log in to a desktop or connect with `ssh -X`; `workspace --help` names the commands that need none.</source>
            <translation>데스크톱에 로그인하거나 `ssh -X`로 접속하세요. 화면이 필요 없는 명령은 `workspace --help`에서 볼 수 있습니다.</translation>
        </message>
        <message>
            <source>Look at it again, or save yours as a copy.</source>
            <translation>다시 보거나, 내 것을 사본으로 저장하세요.</translation>
        </message>
        <message>
            <source>Look at the accounts' state.</source>
            <translation>계정의 상태를 확인하세요.</translation>
        </message>
        <message>
            <source>Look at the backend. If it is right, sync this account once more.</source>
            <translation>서버를 확인하세요. 맞다면 이 계정을 한 번 더 동기화하세요.</translation>
        </message>
        <message>
            <source>Look at the ticket at the backend.</source>
            <translation>서버에서 티켓을 확인하세요.</translation>
        </message>
        <message>
            <source>Look at what changed, then send again or drop it.</source>
            <translation>바뀐 내용을 보고 다시 보내거나 버리세요.</translation>
        </message>
        <message>
            <source>Look into {logs} for the reason, then try again.</source>
            <translation>{logs}에서 이유를 확인한 다음 다시 시도하세요.</translation>
        </message>
        <message>
            <source>Looking at a ticket without working on it needs a reason.</source>
            <translation>처리하지 않고 티켓을 보려면 이유가 필요합니다.</translation>
        </message>
        <message>
            <source>Macros are files; they write nothing into the journal.</source>
            <translation>매크로는 파일이라 저널에는 아무것도 쓰지 않습니다.</translation>
        </message>
        <message>
            <source>Made {folder}. Its README.md says what comes next.</source>
            <translation>{folder}[을/를] 만들었습니다. 다음에 할 일은 그 안의 README.md에 있습니다.</translation>
        </message>
        <message>
            <source>Make a recovery code and write it down, then add the desk.</source>
            <translation>복구 코드를 만들어 적어 둔 다음 데스크를 추가하세요.</translation>
        </message>
        <message>
            <source>Make it anew.</source>
            <translation>새로 만드세요.</translation>
        </message>
        <message>
            <source>Make it smaller.</source>
            <translation>더 작게 만드세요.</translation>
        </message>
        <message>
            <source>Make one with `workspace recovery new`, then back up.</source>
            <translation>`workspace recovery new`로 하나 만든 다음 백업하세요.</translation>
        </message>
        <message>
            <source>Make room for a second copy of the base directory, then try again.</source>
            <translation>기본 디렉터리의 사본이 하나 더 들어갈 공간을 만든 다음 다시 시도하세요.</translation>
        </message>
        <message>
            <source>Make room on the disk, or check that the base directory belongs to you.</source>
            <translation>디스크에 여유를 만들거나, 기본 디렉터리가 내 것인지 확인하세요.</translation>
        </message>
        <message>
            <source>Make room on the disk, or check that the base directory can be written; then try again.</source>
            <translation>디스크에 여유를 만들거나, 기본 디렉터리에 쓸 수 있는지 확인한 다음 다시 시도하세요.</translation>
        </message>
        <message>
            <source>Make room on the disk; if it is damaged, start Workspace again: the cache is checked then and, if need be, filled anew.</source>
            <translation>디스크에 여유를 만드세요. 손상되었다면 Workspace를 다시 시작하세요. 그때 캐시를 검사하고 필요하면 새로 채웁니다.</translation>
        </message>
        <message>
            <source>Make the zip anew.</source>
            <translation>zip을 새로 만드세요.</translation>
        </message>
        <message>
            <source>Mend it, then save.</source>
            <translation>고친 다음 저장하세요.</translation>
        </message>
        <message>
            <source>Mind that the text holds {told}.</source>
            <translation>글에 {told}[이/가] 들어 있으니 유의하세요.</translation>
        </message>
        <message>
            <source>Name a .toml file, or a folder of such.</source>
            <translation>.toml 파일이나 그런 파일의 폴더를 적으세요.</translation>
        </message>
        <message>
            <source>No accounts yet.</source>
            <translation>아직 계정이 없습니다.</translation>
        </message>
        <message>
            <source>No accounts yet. Add one: workspace account add CONNECTOR --name N</source>
            <translation>아직 계정이 없습니다. 추가하세요: workspace account add CONNECTOR --name N</translation>
        </message>
        <message>
            <source>No keyring of the operating system runs here, so the key that locks your data has no safe place.</source>
            <translation>운영 체제의 키링이 실행되고 있지 않아 데이터를 잠그는 키를 안전하게 둘 곳이 없습니다.</translation>
        </message>
        <message>
            <source>No records yet.</source>
            <translation>아직 기록이 없습니다.</translation>
        </message>
        <message>
            <source>No recovery code was made for this base directory.</source>
            <translation>이 기본 디렉터리에는 복구 코드를 만들지 않았습니다.</translation>
        </message>
        <message>
            <source>No tickets here.</source>
            <translation>여기에는 티켓이 없습니다.</translation>
        </message>
        <message>
            <source>Nothing found.</source>
            <translation>찾은 것이 없습니다.</translation>
        </message>
        <message>
            <source>Nothing is lost: what you write stays in the outbox, and it is started again by itself.</source>
            <translation>잃은 것은 없습니다. 쓰신 글은 보낼 편지함에 남고, 저절로 다시 시작됩니다.</translation>
        </message>
        <message>
            <source>Nothing to do.</source>
            <translation>할 일은 없습니다.</translation>
        </message>
        <message>
            <source>Nothing to do: it goes on by itself.</source>
            <translation>할 일은 없으며 저절로 이어집니다.</translation>
        </message>
        <message>
            <source>Nothing to do: it is tried again by itself.</source>
            <translation>할 일은 없으며 저절로 다시 시도합니다.</translation>
        </message>
        <message>
            <source>Nothing waits.</source>
            <translation>기다리는 것이 없습니다.</translation>
        </message>
        <message>
            <source>Nothing was done here yet, so there is no trail.</source>
            <translation>여기서는 아직 한 일이 없어 기록이 없습니다.</translation>
        </message>
        <message>
            <source>Nothing was erased.</source>
            <translation>아무것도 지우지 않았습니다.</translation>
        </message>
        <message>
            <source>Nothing was erased: Workspace is running on this base directory.</source>
            <translation>아무것도 지우지 않았습니다. Workspace가 이 기본 디렉터리에서 실행 중입니다.</translation>
        </message>
        <message>
            <source>Nothing was sent: the text holds {told}, and the settings don't let cards leave.</source>
            <translation>아무것도 보내지 않았습니다. 글에 {told}[이/가] 있고, 설정에서 카드 번호를 보내지 않게 되어 있습니다.</translation>
        </message>
        <message>
            <source>Of the account “{name}” {notes} notes are kept on this computer only and would be lost.</source>
            <translation>“{name}” 계정의 메모 {notes}개는 이 컴퓨터에만 있어서 없어집니다.</translation>
        </message>
        <message>
            <source>One window for contact-center agents, over any ticket backend.</source>
            <translation>어떤 티켓 시스템이든 상담원을 위한 하나의 창.</translation>
        </message>
        <message>
            <source>Only the newest part is shown.</source>
            <translation>가장 최근 부분만 표시합니다.</translation>
        </message>
        <message>
            <source>Only the newest part was searched; narrow it with before: or more words.</source>
            <translation>가장 최근 부분만 검색했습니다. before:나 단어를 더해 좁히세요.</translation>
        </message>
        <message>
            <source>Open a new one.</source>
            <translation>새 것을 여세요.</translation>
        </message>
        <message>
            <source>Open the desk once with an ordinary account.</source>
            <translation>데스크를 보통 계정으로 한 번 여세요.</translation>
        </message>
        <message>
            <source>Open the ticket again.</source>
            <translation>티켓을 다시 여세요.</translation>
        </message>
        <message>
            <source>Open windows show it with their next change: {message}</source>
            <translation>열려 있는 창에는 다음 변경 때 보입니다: {message}</translation>
        </message>
        <message>
            <source>Over http:// everybody on the way could read the credentials.</source>
            <translation>http://로는 중간의 누구나 로그인 정보를 읽을 수 있습니다.</translation>
        </message>
        <message>
            <source>Put it back from a backup.</source>
            <translation>백업에서 되돌려 놓으세요.</translation>
        </message>
        <message>
            <source>Put it back from a backup; nothing was changed.</source>
            <translation>백업에서 되돌려 놓으세요. 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>Put it into {folder}, or take it out of the macro.</source>
            <translation>{folder}에 넣거나 매크로에서 빼세요.</translation>
        </message>
        <message>
            <source>Put keys.json back from a backup; without it the data can't be read.</source>
            <translation>백업에서 keys.json을 되돌려 놓으세요. 이것 없이는 데이터를 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>Queued as {command_id}.</source>
            <translation>{command_id}[으로/로] 대기열에 넣었습니다.</translation>
        </message>
        <message>
            <source>Queues here: {known}.</source>
            <translation>여기 있는 대기열: {known}.</translation>
        </message>
        <message>
            <source>RT did not change {names}.{tail}</source>
            <translation>RT가 {names}[을/를] 바꾸지 않았습니다.{tail}</translation>
        </message>
        <message>
            <source>RT does not show this ticket in searches.</source>
            <translation>RT의 검색에 이 티켓이 나오지 않습니다.</translation>
        </message>
        <message>
            <source>RT no longer has the changes read last; it is read anew.</source>
            <translation>RT에 지난번에 읽은 변경이 더는 없어 새로 읽습니다.</translation>
        </message>
        <message>
            <source>RT numbers its tickets; this is not one of its numbers.</source>
            <translation>RT의 티켓은 번호로 되어 있는데, 이것은 그 번호가 아닙니다.</translation>
        </message>
        <message>
            <source>Read what they wrote, then send it after all, or edit it.</source>
            <translation>고객이 쓴 글을 읽고, 그래도 보내거나 고치세요.</translation>
        </message>
        <message>
            <source>Record {seq} is another than the one that was remembered.</source>
            <translation>기록 {seq}번이 기억해 둔 것과 다릅니다.</translation>
        </message>
        <message>
            <source>Record {seq} is missing; those before it are as they were written.</source>
            <translation>기록 {seq}번이 없습니다. 그 앞의 기록은 쓰인 그대로입니다.</translation>
        </message>
        <message>
            <source>Record {seq} is not as it was written; those before it are.</source>
            <translation>기록 {seq}번이 쓰인 그대로가 아닙니다. 그 앞의 기록은 그대로입니다.</translation>
        </message>
        <message>
            <source>Recovery code: {paths}</source>
            <translation>복구 코드: {paths}</translation>
        </message>
        <message>
            <source>Reinstall it, or report it to its author.</source>
            <translation>다시 설치하거나 만든 곳에 알리세요.</translation>
        </message>
        <message>
            <source>Remove or rename one of them.</source>
            <translation>둘 중 하나를 제거하거나 이름을 바꾸세요.</translation>
        </message>
        <message>
            <source>Report it to its author; the reason is in the engine's log.</source>
            <translation>만든 곳에 알리세요. 이유는 엔진의 로그에 있습니다.</translation>
        </message>
        <message>
            <source>Report it to the author of the connector; the account is paused.</source>
            <translation>커넥터를 만든 곳에 알리세요. 계정은 일시 정지되었습니다.</translation>
        </message>
        <message>
            <source>Restore a backup, or begin with a new base directory.</source>
            <translation>백업을 복원하거나 새 기본 디렉터리로 시작하세요.</translation>
        </message>
        <message>
            <source>Resume it to go on.</source>
            <translation>계속하려면 다시 시작하세요.</translation>
        </message>
        <message>
            <source>Run `workspace sync --once --account {name}`, then try again.</source>
            <translation>`workspace sync --once --account {name}`[을/를] 실행한 다음 다시 시도하세요.</translation>
        </message>
        <message>
            <source>Say that they may go, or copy them first: a search for is:local finds them.</source>
            <translation>없어져도 된다고 확인하거나 먼저 복사하세요. is:local로 검색하면 찾을 수 있습니다.</translation>
        </message>
        <message>
            <source>Say whether to skip them, replace yours, or keep both.</source>
            <translation>건너뛸지, 내 것을 바꿀지, 둘 다 둘지 알려 주세요.</translation>
        </message>
        <message>
            <source>Say why: it is kept in the audit trail.</source>
            <translation>이유를 적으세요. 감사 기록에 남습니다.</translation>
        </message>
        <message>
            <source>See `from: status: tag: before:` … in the help.</source>
            <translation>도움말의 `from: status: tag: before:` …를 보세요.</translation>
        </message>
        <message>
            <source>See `workspace audit verify`.</source>
            <translation>`workspace audit verify`를 보세요.</translation>
        </message>
        <message>
            <source>See `workspace macros list`.</source>
            <translation>`workspace macros list`를 보세요.</translation>
        </message>
        <message>
            <source>See `workspace outbox`.</source>
            <translation>`workspace outbox`를 보세요.</translation>
        </message>
        <message>
            <source>Send a correction instead.</source>
            <translation>대신 정정하는 글을 보내세요.</translation>
        </message>
        <message>
            <source>Send or discard them first.</source>
            <translation>먼저 보내거나 버리세요.</translation>
        </message>
        <message>
            <source>Sent; the backend calls it {remote_id}.</source>
            <translation>보냈습니다. 서버에서는 {remote_id}[이라고/라고] 합니다.</translation>
        </message>
        <message>
            <source>Showing what is cached: {message}</source>
            <translation>캐시에 있는 것을 표시합니다: {message}</translation>
        </message>
        <message>
            <source>Somebody changed the {name} meanwhile: it is “{shown}” now.</source>
            <translation>그사이 누군가 {name}[을/를] 바꾸었습니다. 지금은 “{shown}”입니다.</translation>
        </message>
        <message>
            <source>Something answers at this address, but it is no {title}.</source>
            <translation>이 주소에서 응답은 오지만 {title}[이/가] 아닙니다.</translation>
        </message>
        <message>
            <source>Something unexpected went wrong in the sync engine.</source>
            <translation>동기화 엔진에서 예상하지 못한 일이 생겼습니다.</translation>
        </message>
        <message>
            <source>Start a keyring (GNOME Keyring or KWallet), or start with `--passphrase-file FILE`, a file with a passphrase of your own.</source>
            <translation>키링(GNOME Keyring이나 KWallet)을 시작하거나, 내가 정한 암호구를 담은 파일을 `--passphrase-file FILE`로 주고 시작하세요.</translation>
        </message>
        <message>
            <source>Start it again.</source>
            <translation>다시 시작하세요.</translation>
        </message>
        <message>
            <source>Start the newer version of Workspace, or use another base directory.</source>
            <translation>Workspace의 새 버전을 시작하거나 다른 기본 디렉터리를 쓰세요.</translation>
        </message>
        <message>
            <source>Start the newer version of Workspace.</source>
            <translation>Workspace의 새 버전을 시작하세요.</translation>
        </message>
        <message>
            <source>Start the newer version, or use another base directory.</source>
            <translation>새 버전을 시작하거나 다른 기본 디렉터리를 쓰세요.</translation>
        </message>
        <message>
            <source>Start with `--passphrase-file FILE`, or use the recovery code.</source>
            <translation>`--passphrase-file FILE`로 시작하거나 복구 코드를 쓰세요.</translation>
        </message>
        <message>
            <source>Start with {kept_in} running, or use the recovery code to move the key.</source>
            <translation>{kept_in}[을/를] 실행한 상태로 시작하거나, 복구 코드로 키를 옮기세요.</translation>
        </message>
        <message>
            <source>Start without `--passphrase-file`.</source>
            <translation>`--passphrase-file` 없이 시작하세요.</translation>
        </message>
        <message>
            <source>Start {wanted} (on Linux within your desktop session), or use the recovery code.</source>
            <translation>{wanted}[을/를] 시작하거나(Linux에서는 데스크톱 세션 안에서) 복구 코드를 쓰세요.</translation>
        </message>
        <message>
            <source>Syncing until stopped (Ctrl+C).</source>
            <translation>멈출 때까지 동기화합니다(Ctrl+C).</translation>
        </message>
        <message>
            <source>Take a part of them.</source>
            <translation>일부만 고르세요.</translation>
        </message>
        <message>
            <source>Take away their right: chmod go-w “{place}”, and check who owns it.</source>
            <translation>그들의 권한을 빼고(chmod go-w “{place}”) 누구 것인지 확인하세요.</translation>
        </message>
        <message>
            <source>Take it out of the zip.</source>
            <translation>zip에서 빼세요.</translation>
        </message>
        <message>
            <source>Take the number out of the text.</source>
            <translation>글에서 번호를 빼세요.</translation>
        </message>
        <message>
            <source>Taken back; its text is the ticket's draft.</source>
            <translation>되돌렸습니다. 글은 티켓의 임시 저장에 있습니다.</translation>
        </message>
        <message>
            <source>The account does not say which RT user it is.</source>
            <translation>계정에서 RT 사용자가 누구인지 알 수 없습니다.</translation>
        </message>
        <message>
            <source>The account of this attachment is not connected.</source>
            <translation>이 첨부 파일의 계정이 연결되어 있지 않습니다.</translation>
        </message>
        <message>
            <source>The account or the engine is ending.</source>
            <translation>계정이나 엔진이 끝나는 중입니다.</translation>
        </message>
        <message>
            <source>The account was closed while a request waited.</source>
            <translation>요청이 기다리는 동안 계정이 닫혔습니다.</translation>
        </message>
        <message>
            <source>The account “{name}” can't be used: its connector is not there.</source>
            <translation>계정 “{name}”[을/를] 쓸 수 없습니다. 그 커넥터가 없습니다.</translation>
        </message>
        <message>
            <source>The account “{name}” still holds {unsent} unsent commands and {drafts} drafts, which would be lost.</source>
            <translation>계정 “{name}”에 아직 보내지 않은 명령 {unsent}개와 임시 저장 {drafts}개가 있어 잃게 됩니다.</translation>
        </message>
        <message>
            <source>The address of the account holds more than a place.</source>
            <translation>계정의 주소에 위치 말고 다른 것이 들어 있습니다.</translation>
        </message>
        <message>
            <source>The address of the account is not a web address.</source>
            <translation>계정의 주소가 웹 주소가 아닙니다.</translation>
        </message>
        <message>
            <source>The answer is larger than {cap} bytes; it was cut off.</source>
            <translation>응답이 {cap}바이트보다 커서 잘랐습니다.</translation>
        </message>
        <message>
            <source>The arguments of “{method}” do not fit.</source>
            <translation>“{method}”의 인수가 맞지 않습니다.</translation>
        </message>
        <message>
            <source>The attachment came damaged from the server.</source>
            <translation>첨부 파일이 서버에서 손상된 채 왔습니다.</translation>
        </message>
        <message>
            <source>The attachment was cut off on its way.</source>
            <translation>첨부 파일이 오는 도중에 끊겼습니다.</translation>
        </message>
        <message>
            <source>The backup could not be written ({error}).</source>
            <translation>백업을 쓸 수 없었습니다({error}).</translation>
        </message>
        <message>
            <source>The base directory {base} can't be used ({strerror}).</source>
            <translation>기본 디렉터리 {base}[을/를] 쓸 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>The cache can't be read or written ({error}).</source>
            <translation>캐시를 읽거나 쓸 수 없습니다({error}).</translation>
        </message>
        <message>
            <source>The connection to the backend was lost.</source>
            <translation>서버와의 연결이 끊겼습니다.</translation>
        </message>
        <message>
            <source>The connection to this account is just being closed.</source>
            <translation>이 계정과의 연결을 닫는 중입니다.</translation>
        </message>
        <message>
            <source>The connector gave a value that can't be stored ({e}).</source>
            <translation>커넥터가 저장할 수 없는 값을 주었습니다({e}).</translation>
        </message>
        <message>
            <source>The connector “{connector}” can't be used with these settings ({__name__}).</source>
            <translation>커넥터 “{connector}”[을/를] 이 설정으로 쓸 수 없습니다({__name__}).</translation>
        </message>
        <message>
            <source>The connector “{name}” failed ({__name__}).</source>
            <translation>커넥터 “{name}”[이/가] 실패했습니다({__name__}).</translation>
        </message>
        <message>
            <source>The connector “{name}” failed in {rule} ({text}).</source>
            <translation>커넥터 “{name}”[이/가] {rule}에서 실패했습니다({text}).</translation>
        </message>
        <message>
            <source>The connector “{name}” gave a page of “{feed}” without a cursor.</source>
            <translation>커넥터 “{name}”[이/가] “{feed}”의 페이지를 커서 없이 주었습니다.</translation>
        </message>
        <message>
            <source>The connector “{name}” gave attachments not as bytes.</source>
            <translation>커넥터 “{name}”[이/가] 첨부 파일을 바이트로 주지 않았습니다.</translation>
        </message>
        <message>
            <source>The connector “{name}” in {where} breaks the contract: {faults}</source>
            <translation>{where}의 커넥터 “{name}”[이/가] 계약을 어깁니다: {faults}</translation>
        </message>
        <message>
            <source>The connector “{name}” in {where} can't be loaded ({reason}).</source>
            <translation>{where}의 커넥터 “{name}”[을/를] 불러올 수 없습니다({reason}).</translation>
        </message>
        <message>
            <source>The connector “{name}” in {where} lacks {abstract}.</source>
            <translation>{where}의 커넥터 “{name}”에 {abstract}[이/가] 없습니다.</translation>
        </message>
        <message>
            <source>The connector “{name}” is not installed.</source>
            <translation>커넥터 “{name}”[이/가] 설치되어 있지 않습니다.</translation>
        </message>
        <message>
            <source>The connector “{name}” says that a ticket has older entries, but not where.</source>
            <translation>커넥터 “{name}”[은/는] 티켓에 더 오래된 항목이 있다고 하지만 어디인지 알려 주지 않습니다.</translation>
        </message>
        <message>
            <source>The connector “{name}” stands still in its feed “{feed}”.</source>
            <translation>커넥터 “{name}”[이/가] “{feed}”에서 나아가지 않습니다.</translation>
        </message>
        <message>
            <source>The customer has no address for {channel}.</source>
            <translation>고객에게 {channel}[으로/로] 보낼 주소가 없습니다.</translation>
        </message>
        <message>
            <source>The customer wrote again after this reply was put off to a later time, so it was not sent.</source>
            <translation>이 답장을 나중으로 미룬 뒤에 고객이 다시 써서 보내지 않았습니다.</translation>
        </message>
        <message>
            <source>The damaged file {name} can't be moved away ({strerror}).</source>
            <translation>손상된 파일 {name}[을/를] 옮길 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>The data of this base directory can't be read with this key.</source>
            <translation>이 기본 디렉터리의 데이터를 이 키로 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>The desk can't go on from here: this is no cursor of its own.</source>
            <translation>데스크가 여기서 이어갈 수 없습니다. 자기 커서가 아닙니다.</translation>
        </message>
        <message>
            <source>The desk can't go on from here: this is no place of its own.</source>
            <translation>데스크가 여기서 이어갈 수 없습니다. 자기 위치가 아닙니다.</translation>
        </message>
        <message>
            <source>The desk could not be erased from ({error}).</source>
            <translation>데스크에서 지울 수 없었습니다({error}).</translation>
        </message>
        <message>
            <source>The desk has no field “{name}”.</source>
            <translation>데스크에 “{name}” 필드가 없습니다.</translation>
        </message>
        <message>
            <source>The desk has no priority “{priority}”.</source>
            <translation>데스크에 “{priority}” 우선순위가 없습니다.</translation>
        </message>
        <message>
            <source>The desk has no status “{status}”.</source>
            <translation>데스크에 “{status}” 상태가 없습니다.</translation>
        </message>
        <message>
            <source>The desk has no such attachment; it may have been deleted.</source>
            <translation>데스크에 그런 첨부 파일이 없습니다. 삭제되었을 수 있습니다.</translation>
        </message>
        <message>
            <source>The desk has no such entry; it may have been deleted.</source>
            <translation>데스크에 그런 항목이 없습니다. 삭제되었을 수 있습니다.</translation>
        </message>
        <message>
            <source>The desk has no ticket {ticket_id}; it may have been deleted.</source>
            <translation>데스크에 티켓 {ticket_id}[이/가] 없습니다. 삭제되었을 수 있습니다.</translation>
        </message>
        <message>
            <source>The desk has no {name} “{value}”.</source>
            <translation>데스크의 {name}에 “{value}”[이/가] 없습니다.</translation>
        </message>
        <message>
            <source>The desk is behind this cursor; its history is read anew.</source>
            <translation>데스크가 이 커서보다 뒤처져 있어 기록을 새로 읽습니다.</translation>
        </message>
        <message>
            <source>The desk is in use, so nothing was restored.</source>
            <translation>데스크를 쓰는 중이라 아무것도 복원하지 않았습니다.</translation>
        </message>
        <message>
            <source>The desk knows no agent of this name and address.</source>
            <translation>데스크에 이 이름과 주소를 가진 상담원이 없습니다.</translation>
        </message>
        <message>
            <source>The desk knows no such person.</source>
            <translation>데스크에 그런 사람이 없습니다.</translation>
        </message>
        <message>
            <source>The desk refused this: {reason}.</source>
            <translation>데스크가 받아들이지 않았습니다: {reason}.</translation>
        </message>
        <message>
            <source>The desk was restored or replaced; its history is read anew.</source>
            <translation>데스크가 복원되었거나 바뀌어 기록을 새로 읽습니다.</translation>
        </message>
        <message>
            <source>The desk's file can't be brought up to date: {error}.</source>
            <translation>데스크의 파일을 새 형식으로 바꿀 수 없습니다: {error}.</translation>
        </message>
        <message>
            <source>The desk's file can't be opened: {error}</source>
            <translation>데스크의 파일을 열 수 없습니다: {error}</translation>
        </message>
        <message>
            <source>The desk's file can't be read with this key: {error}</source>
            <translation>데스크의 파일을 이 키로 읽을 수 없습니다: {error}</translation>
        </message>
        <message>
            <source>The desk's file can't be used just now: {reason}.</source>
            <translation>데스크의 파일을 지금은 쓸 수 없습니다: {reason}.</translation>
        </message>
        <message>
            <source>The desk's folder can't be made: {strerror}.</source>
            <translation>데스크의 폴더를 만들 수 없습니다: {strerror}.</translation>
        </message>
        <message>
            <source>The download was cancelled.</source>
            <translation>내려받기를 취소했습니다.</translation>
        </message>
        <message>
            <source>The engine has no method “{name}”.</source>
            <translation>엔진에 “{name}” 기능이 없습니다.</translation>
        </message>
        <message>
            <source>The engine is ending.</source>
            <translation>엔진이 끝나는 중입니다.</translation>
        </message>
        <message>
            <source>The engine is not running, so this can't be done right now.</source>
            <translation>엔진이 실행되고 있지 않아 지금은 할 수 없습니다.</translation>
        </message>
        <message>
            <source>The environment asks for the keyring {chosen}, which is not a store of the operating system; the key is not put there.</source>
            <translation>환경에서 키링 {chosen}[을/를] 요구하지만 운영 체제의 저장소가 아니므로 키를 두지 않습니다.</translation>
        </message>
        <message>
            <source>The field “{name}” holds one value only.</source>
            <translation>“{name}” 필드는 값을 하나만 가질 수 있습니다.</translation>
        </message>
        <message>
            <source>The file audit.head is missing or forged, so a cut-off end of the trail can't be told; the {rows} records there are follow from each other.</source>
            <translation>audit.head 파일이 없거나 위조되어 기록의 끝이 잘렸는지 알 수 없습니다. 있는 기록 {rows}개는 서로 이어집니다.</translation>
        </message>
        <message>
            <source>The file audit.head was missing when record {seq} was written; what may have been cut off before it can't be told.</source>
            <translation>기록 {seq}번을 쓸 때 audit.head 파일이 없었습니다. 그 앞에서 무엇이 잘렸는지 알 수 없습니다.</translation>
        </message>
        <message>
            <source>The file can't be kept on this computer ({strerror}).</source>
            <translation>파일을 이 컴퓨터에 보관할 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>The file can't be saved there ({strerror}).</source>
            <translation>파일을 그곳에 저장할 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>The file is no longer on this computer.</source>
            <translation>파일이 이 컴퓨터에 더는 없습니다.</translation>
        </message>
        <message>
            <source>The file keys.json can't be read ({strerror}).</source>
            <translation>keys.json 파일을 읽을 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>The file keys.json can't be written ({strerror}).</source>
            <translation>keys.json 파일을 쓸 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>The file keys.json is damaged.</source>
            <translation>keys.json 파일이 손상되었습니다.</translation>
        </message>
        <message>
            <source>The file keys.json is missing, and with it the way to this base directory's key.</source>
            <translation>keys.json 파일이 없어 이 기본 디렉터리의 키를 찾을 길이 없습니다.</translation>
        </message>
        <message>
            <source>The file keys.json was written by a newer Workspace.</source>
            <translation>keys.json 파일은 더 새로운 Workspace가 썼습니다.</translation>
        </message>
        <message>
            <source>The file {name} can't be opened ({error}).</source>
            <translation>파일 {name}[을/를] 열 수 없습니다({error}).</translation>
        </message>
        <message>
            <source>The file {name} can't be read with this key ({error}).</source>
            <translation>파일 {name}[을/를] 이 키로 읽을 수 없습니다({error}).</translation>
        </message>
        <message>
            <source>The folder {folder} holds no connector: neither __init__.py nor {name}.py is in it.</source>
            <translation>폴더 {folder}에 커넥터가 없습니다. __init__.py도 {name}.py도 없습니다.</translation>
        </message>
        <message>
            <source>The journal can't be read ({error}).</source>
            <translation>저널을 읽을 수 없습니다({error}).</translation>
        </message>
        <message>
            <source>The journal is gone from its place ({strerror}).</source>
            <translation>저널이 제자리에 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>The journal was repaired at this very moment, so nothing was kept.</source>
            <translation>바로 그때 저널을 고치고 있어서 아무것도 보관하지 못했습니다.</translation>
        </message>
        <message>
            <source>The key could not be changed ({error}). The old one is still good.</source>
            <translation>키를 바꿀 수 없었습니다({error}). 옛 키를 그대로 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>The key file {file} can't be read.</source>
            <translation>키 파일 {file}[을/를] 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>The key found is not the one that this base directory's data is locked with.</source>
            <translation>찾은 키는 이 기본 디렉터리의 데이터를 잠근 키가 아닙니다.</translation>
        </message>
        <message>
            <source>The key of this base directory lies in the keyring ({keyring}), not under a passphrase.</source>
            <translation>이 기본 디렉터리의 키는 암호구가 아니라 키링({keyring})에 있습니다.</translation>
        </message>
        <message>
            <source>The key of this base directory lies in {kept_in}, but this session offers {name}. Nothing was changed.</source>
            <translation>이 기본 디렉터리의 키는 {kept_in}에 있지만 이 세션에는 {name}[이/가] 있습니다. 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>The key of this base directory lies in {wanted}, which does not run in this session. Nothing was changed.</source>
            <translation>이 기본 디렉터리의 키는 {wanted}에 있지만 이 세션에서 실행되고 있지 않습니다. 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>The key of this base directory lies under a passphrase.</source>
            <translation>이 기본 디렉터리의 키는 암호구로 잠겨 있습니다.</translation>
        </message>
        <message>
            <source>The key was not changed: Workspace is running on this base directory.</source>
            <translation>키를 바꾸지 않았습니다. Workspace가 이 기본 디렉터리에서 실행 중입니다.</translation>
        </message>
        <message>
            <source>The key was not changed: the audit trail is broken at record {seq}, and a new key would hide that.</source>
            <translation>키를 바꾸지 않았습니다. 감사 기록이 {seq}번에서 깨져 있는데, 새 키를 쓰면 그것이 가려집니다.</translation>
        </message>
        <message>
            <source>The key was not changed: the desk of “{name}” lies outside of the base directory, where it can't be exchanged together with the rest.</source>
            <translation>키를 바꾸지 않았습니다. “{name}”의 데스크가 기본 디렉터리 밖에 있어 나머지와 함께 바꿀 수 없습니다.</translation>
        </message>
        <message>
            <source>The keyring of this system failed ({__name__}).</source>
            <translation>이 시스템의 키링이 실패했습니다({__name__}).</translation>
        </message>
        <message>
            <source>The macro can't be saved: {message}.</source>
            <translation>매크로를 저장할 수 없습니다: {message}.</translation>
        </message>
        <message>
            <source>The macro's file “{name}” is not there.</source>
            <translation>매크로의 파일 “{name}”[이/가] 없습니다.</translation>
        </message>
        <message>
            <source>The message is empty; RT would send it all the same.</source>
            <translation>메시지가 비어 있습니다. RT는 그래도 보내게 됩니다.</translation>
        </message>
        <message>
            <source>The new connector has no name.</source>
            <translation>새 커넥터에 이름이 없습니다.</translation>
        </message>
        <message>
            <source>The outbox has no {id}.</source>
            <translation>보낼 편지함에 {id}[이/가] 없습니다.</translation>
        </message>
        <message>
            <source>The passphrase file {file} can't be read ({strerror}).</source>
            <translation>암호구 파일 {file}[을/를] 읽을 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>The passphrase file {file} is empty.</source>
            <translation>암호구 파일 {file}[이/가] 비어 있습니다.</translation>
        </message>
        <message>
            <source>The passphrase is wrong.</source>
            <translation>암호구가 틀렸습니다.</translation>
        </message>
        <message>
            <source>The place in RT's changes is not readable; they are read anew.</source>
            <translation>RT 변경의 위치를 읽을 수 없어 새로 읽습니다.</translation>
        </message>
        <message>
            <source>The place in RT's changes is of another kind; they are read anew.</source>
            <translation>RT 변경의 위치가 다른 종류라 새로 읽습니다.</translation>
        </message>
        <message>
            <source>The place in RT's tickets is not readable; they are read anew.</source>
            <translation>RT 티켓의 위치를 읽을 수 없어 새로 읽습니다.</translation>
        </message>
        <message>
            <source>The place in RT's tickets is of another kind; they are read anew.</source>
            <translation>RT 티켓의 위치가 다른 종류라 새로 읽습니다.</translation>
        </message>
        <message>
            <source>The reason is in {logs}.</source>
            <translation>이유는 {logs}에 있습니다.</translation>
        </message>
        <message>
            <source>The recovery code has a typing error.</source>
            <translation>복구 코드에 잘못 적은 글자가 있습니다.</translation>
        </message>
        <message>
            <source>The server answered with a web page (status {status}).</source>
            <translation>서버가 웹 페이지로 응답했습니다(상태 {status}).</translation>
        </message>
        <message>
            <source>The server answered with status {status}, which is not expected here.</source>
            <translation>서버가 여기서 예상하지 못한 상태 {status}[으로/로] 응답했습니다.</translation>
        </message>
        <message>
            <source>The server answered, but not as Request Tracker does.</source>
            <translation>서버가 응답했지만 Request Tracker의 응답이 아닙니다.</translation>
        </message>
        <message>
            <source>The server asks for fewer requests.</source>
            <translation>서버가 요청을 줄여 달라고 합니다.</translation>
        </message>
        <message>
            <source>The server could not be reached: {what}.</source>
            <translation>서버에 연결할 수 없었습니다: {what}.</translation>
        </message>
        <message>
            <source>The server does not allow this.{tail}</source>
            <translation>서버가 허용하지 않습니다.{tail}</translation>
        </message>
        <message>
            <source>The server failed (status {status}) and may have taken it.</source>
            <translation>서버가 실패했으며(상태 {status}) 받아들였을 수도 있습니다.</translation>
        </message>
        <message>
            <source>The server failed (status {status}).</source>
            <translation>서버가 실패했습니다(상태 {status}).</translation>
        </message>
        <message>
            <source>The server has no content for this attachment.</source>
            <translation>서버에 이 첨부 파일의 내용이 없습니다.</translation>
        </message>
        <message>
            <source>The server may have taken it, but {what}.</source>
            <translation>서버가 받아들였을 수도 있지만, {what}.</translation>
        </message>
        <message>
            <source>The server no longer has this.{tail}</source>
            <translation>서버에 이것이 더는 없습니다.{tail}</translation>
        </message>
        <message>
            <source>The server redirects in a circle.</source>
            <translation>서버가 같은 곳을 맴돌게 합니다.</translation>
        </message>
        <message>
            <source>The server redirects to another place; the credentials stay here.</source>
            <translation>서버가 다른 곳으로 보내므로 로그인 정보를 넘기지 않았습니다.</translation>
        </message>
        <message>
            <source>The server refused it (status {status}).{tail}</source>
            <translation>서버가 거부했습니다(상태 {status}).{tail}</translation>
        </message>
        <message>
            <source>The server refused the credentials.</source>
            <translation>서버가 로그인 정보를 거부했습니다.</translation>
        </message>
        <message>
            <source>The server sends changes elsewhere; nothing was changed.</source>
            <translation>서버가 변경을 다른 곳으로 보냅니다. 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>The server took the change but answered with another address.</source>
            <translation>서버가 변경을 받았지만 다른 주소로 응답했습니다.</translation>
        </message>
        <message>
            <source>The server {what}, so nothing could be read.</source>
            <translation>아무것도 읽지 못했습니다. 서버: {what}.</translation>
        </message>
        <message>
            <source>The server's answer did not arrive: {what}.</source>
            <translation>서버의 응답이 도착하지 않았습니다: {what}.</translation>
        </message>
        <message>
            <source>The stored command was changed or damaged on the disk, so it was not sent.</source>
            <translation>저장된 명령이 디스크에서 바뀌었거나 손상되어 보내지 않았습니다.</translation>
        </message>
        <message>
            <source>The stored credentials of this account can't be opened any more.</source>
            <translation>이 계정의 저장된 로그인 정보를 더는 열 수 없습니다.</translation>
        </message>
        <message>
            <source>The sync engine can't be started ({strerror}).</source>
            <translation>동기화 엔진을 시작할 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>The sync engine did not answer “{method}” in time.</source>
            <translation>동기화 엔진이 “{method}”에 제때 응답하지 않았습니다.</translation>
        </message>
        <message>
            <source>The sync engine did not start in time.</source>
            <translation>동기화 엔진이 제때 시작되지 않았습니다.</translation>
        </message>
        <message>
            <source>The sync engine ended as soon as it was started.</source>
            <translation>동기화 엔진이 시작되자마자 끝났습니다.</translation>
        </message>
        <message>
            <source>The sync engine is ending.</source>
            <translation>동기화 엔진이 끝나는 중입니다.</translation>
        </message>
        <message>
            <source>The sync engine is not running.</source>
            <translation>동기화 엔진이 실행되고 있지 않습니다.</translation>
        </message>
        <message>
            <source>The sync engine that runs here belongs to another version of Workspace.</source>
            <translation>여기서 실행 중인 동기화 엔진은 Workspace의 다른 버전 것입니다.</translation>
        </message>
        <message>
            <source>The text is empty, so nothing was sent.</source>
            <translation>글이 비어 있어 아무것도 보내지 않았습니다.</translation>
        </message>
        <message>
            <source>The ticket kept changing while the change was made.</source>
            <translation>변경하는 동안 티켓이 계속 바뀌었습니다.</translation>
        </message>
        <message>
            <source>The ticket no longer goes to {recipient}; RT would send the reply to others.</source>
            <translation>티켓이 더는 {recipient}에게 가지 않습니다. RT는 답장을 다른 사람에게 보내게 됩니다.</translation>
        </message>
        <message>
            <source>The ticket was deleted in RT.</source>
            <translation>RT에서 삭제된 티켓입니다.</translation>
        </message>
        <message>
            <source>The ticket was merged into #{into} in RT.</source>
            <translation>RT에서 #{into}[으로/로] 병합된 티켓입니다.</translation>
        </message>
        <message>
            <source>The ticket {contact} is not in the cache, or belongs to nobody.</source>
            <translation>티켓 {contact}[이/가] 캐시에 없거나 누구의 것도 아닙니다.</translation>
        </message>
        <message>
            <source>The ticket {ref} is not in the cache.</source>
            <translation>티켓 {ref}[이/가] 캐시에 없습니다.</translation>
        </message>
        <message>
            <source>The trail ends too early: record {seq} and what came after it is gone.</source>
            <translation>기록이 너무 일찍 끝납니다. {seq}번과 그 뒤의 기록이 없습니다.</translation>
        </message>
        <message>
            <source>The zip holds too many files.</source>
            <translation>zip에 파일이 너무 많습니다.</translation>
        </message>
        <message>
            <source>There are macros of these names already: {clashing}.</source>
            <translation>이 이름의 매크로가 이미 있습니다: {clashing}.</translation>
        </message>
        <message>
            <source>There are no macros yet.</source>
            <translation>아직 매크로가 없습니다.</translation>
        </message>
        <message>
            <source>There are too many files called {name} there.</source>
            <translation>그곳에 {name}[이라는/라는] 파일이 너무 많습니다.</translation>
        </message>
        <message>
            <source>There are two connectors “{name}”; the one in {where} is not used.</source>
            <translation>“{name}” 커넥터가 둘입니다. {where}의 것은 쓰지 않습니다.</translation>
        </message>
        <message>
            <source>There is a macro “{id}” already.</source>
            <translation>매크로 “{id}”[이/가] 이미 있습니다.</translation>
        </message>
        <message>
            <source>There is an account “{name}” already.</source>
            <translation>계정 “{name}”[이/가] 이미 있습니다.</translation>
        </message>
        <message>
            <source>There is no REST2 of Request Tracker at this address.</source>
            <translation>이 주소에 Request Tracker의 REST2가 없습니다.</translation>
        </message>
        <message>
            <source>There is no account “{name}”.</source>
            <translation>계정 “{name}”[이/가] 없습니다.</translation>
        </message>
        <message>
            <source>There is no backup at {source}.</source>
            <translation>{source}에 백업이 없습니다.</translation>
        </message>
        <message>
            <source>There is no connector “{name}” on this machine.</source>
            <translation>이 컴퓨터에 “{name}” 커넥터가 없습니다.</translation>
        </message>
        <message>
            <source>There is no desk here yet, and a session that only reads makes none.</source>
            <translation>아직 여기에 데스크가 없으며, 읽기만 하는 세션은 만들지 않습니다.</translation>
        </message>
        <message>
            <source>There is no desk to back up here.</source>
            <translation>여기에는 백업할 데스크가 없습니다.</translation>
        </message>
        <message>
            <source>There is no display here, so no window can open.</source>
            <translation>여기에는 화면이 없어 창을 열 수 없습니다.</translation>
        </message>
        <message>
            <source>There is no macro in it.</source>
            <translation>그 안에 매크로가 없습니다.</translation>
        </message>
        <message>
            <source>There is no macro “{identity}”.</source>
            <translation>매크로 “{identity}”[이/가] 없습니다.</translation>
        </message>
        <message>
            <source>There is no order “{order}”.</source>
            <translation>“{order}” 정렬은 없습니다.</translation>
        </message>
        <message>
            <source>There is no queue of your own called “{name}”.</source>
            <translation>“{name}” 이름의 내 대기열은 없습니다.</translation>
        </message>
        <message>
            <source>There is no queue “{key}”.</source>
            <translation>“{key}” 대기열은 없습니다.</translation>
        </message>
        <message>
            <source>There is no queue “{queue}”.</source>
            <translation>“{queue}” 대기열은 없습니다.</translation>
        </message>
        <message>
            <source>There is no recovery code yet, and without one the backup could be read on this computer only.</source>
            <translation>아직 복구 코드가 없어, 백업을 이 컴퓨터에서만 읽을 수 있게 됩니다.</translation>
        </message>
        <message>
            <source>There is no such command in the outbox.</source>
            <translation>보낼 편지함에 그런 명령이 없습니다.</translation>
        </message>
        <message>
            <source>There is no such file.</source>
            <translation>그런 파일이 없습니다.</translation>
        </message>
        <message>
            <source>There is no {path}.</source>
            <translation>{path}[이/가] 없습니다.</translation>
        </message>
        <message>
            <source>There is no {source}.</source>
            <translation>{source}[이/가] 없습니다.</translation>
        </message>
        <message>
            <source>This RT has no status for “{word}”; it has {names}.</source>
            <translation>이 RT에는 “{word}”에 해당하는 상태가 없습니다. 있는 상태: {names}.</translation>
        </message>
        <message>
            <source>This account is not connected.</source>
            <translation>이 계정은 연결되어 있지 않습니다.</translation>
        </message>
        <message>
            <source>This attachment is no longer in the cache.</source>
            <translation>이 첨부 파일은 캐시에 더는 없습니다.</translation>
        </message>
        <message>
            <source>This base directory has not been used yet.</source>
            <translation>이 기본 디렉터리는 아직 쓴 적이 없습니다.</translation>
        </message>
        <message>
            <source>This command does not wait for your decision.</source>
            <translation>이 명령은 결정을 기다리고 있지 않습니다.</translation>
        </message>
        <message>
            <source>This command id was already used for something else.</source>
            <translation>이 명령 번호는 이미 다른 일에 쓰였습니다.</translation>
        </message>
        <message>
            <source>This command is on its way, in doubt, or done; it is not sent again.</source>
            <translation>이 명령은 가는 중이거나, 불확실하거나, 끝났으므로 다시 보내지 않습니다.</translation>
        </message>
        <message>
            <source>This desk holds tickets already; only an empty one can be filled.</source>
            <translation>이 데스크에는 이미 티켓이 있습니다. 빈 데스크만 채울 수 있습니다.</translation>
        </message>
        <message>
            <source>This desk is of an older schema, and a session that only reads can't bring it up.</source>
            <translation>이 데스크는 이전 형식이며, 읽기만 하는 세션은 새 형식으로 바꿀 수 없습니다.</translation>
        </message>
        <message>
            <source>This desk was written by a newer Workspace.</source>
            <translation>이 데스크는 더 새로운 Workspace가 썼습니다.</translation>
        </message>
        <message>
            <source>This desk would be the only copy of its tickets: if the keyring of this system were lost or the passphrase forgotten, nobody could read it any more.</source>
            <translation>이 데스크가 티켓의 유일한 사본이 됩니다. 이 시스템의 키링을 잃거나 암호구를 잊으면 아무도 더는 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>This installation lacks SQLCipher, so data would lie unencrypted on the disk.</source>
            <translation>이 설치본에는 SQLCipher가 없어 데이터가 암호화되지 않은 채 디스크에 놓이게 됩니다.</translation>
        </message>
        <message>
            <source>This is not a link of Workspace.</source>
            <translation>Workspace의 링크가 아닙니다.</translation>
        </message>
        <message>
            <source>This is not the recovery code or passphrase that the backup was made with.</source>
            <translation>백업을 만들 때의 복구 코드나 암호구가 아닙니다.</translation>
        </message>
        <message>
            <source>This is too large for the sync engine.</source>
            <translation>동기화 엔진에 너무 큽니다.</translation>
        </message>
        <message>
            <source>This note was deleted already.</source>
            <translation>이 메모는 이미 삭제되었습니다.</translation>
        </message>
        <message>
            <source>This person has no address for {channel}.</source>
            <translation>이 사람에게 {channel}[으로/로] 보낼 주소가 없습니다.</translation>
        </message>
        <message>
            <source>This queue was deleted meanwhile.</source>
            <translation>그사이 이 대기열이 삭제되었습니다.</translation>
        </message>
        <message>
            <source>This queue was deleted.</source>
            <translation>이 대기열은 삭제되었습니다.</translation>
        </message>
        <message>
            <source>This recovery code is not the one of this base directory.</source>
            <translation>이 기본 디렉터리의 복구 코드가 아닙니다.</translation>
        </message>
        <message>
            <source>This session only looks: the change was stopped before it left.</source>
            <translation>이 세션은 보기만 합니다. 변경이 나가기 전에 막았습니다.</translation>
        </message>
        <message>
            <source>This session only reads, so nothing was changed.</source>
            <translation>이 세션은 읽기만 하므로 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>This ticket belongs to somebody else.</source>
            <translation>이 티켓은 다른 사람의 것입니다.</translation>
        </message>
        <message>
            <source>This ticket has no such route.</source>
            <translation>이 티켓에 그런 경로가 없습니다.</translation>
        </message>
        <message>
            <source>This ticket is closed.</source>
            <translation>이 티켓은 종료되었습니다.</translation>
        </message>
        <message>
            <source>This ticket is no longer here.</source>
            <translation>이 티켓은 더는 여기에 없습니다.</translation>
        </message>
        <message>
            <source>Ticket {ticket_id} was merged into {merged_into}.</source>
            <translation>티켓 {ticket_id}[이/가] {merged_into}[으로/로] 병합되었습니다.</translation>
        </message>
        <message>
            <source>Too many requests are under way at this server.</source>
            <translation>이 서버에 진행 중인 요청이 너무 많습니다.</translation>
        </message>
        <message>
            <source>Try again.</source>
            <translation>다시 시도하세요.</translation>
        </message>
        <message>
            <source>Try again; the reason is in engine.log.</source>
            <translation>다시 시도하세요. 이유는 engine.log에 있습니다.</translation>
        </message>
        <message>
            <source>Two macros attach different files called “{name}”.</source>
            <translation>매크로 둘이 “{name}”[이라는/라는] 서로 다른 파일을 첨부합니다.</translation>
        </message>
        <message>
            <source>Unlock it and try again, or start with `--passphrase-file FILE`, or use the recovery code if you have one.</source>
            <translation>잠금을 풀고 다시 시도하거나, `--passphrase-file FILE`로 시작하거나, 복구 코드가 있으면 그것을 쓰세요.</translation>
        </message>
        <message>
            <source>Unlock the keyring and try again, or start with `--passphrase-file FILE`.</source>
            <translation>키링의 잠금을 풀고 다시 시도하거나 `--passphrase-file FILE`로 시작하세요.</translation>
        </message>
        <message>
            <source>Unlock the keyring, then try again; or use your recovery code.</source>
            <translation>키링의 잠금을 풀고 다시 시도하거나 복구 코드를 쓰세요.</translation>
        </message>
        <message>
            <source>Unlocked; the key lies in this system's keyring again.</source>
            <translation>열었습니다. 키가 다시 이 시스템의 키링에 있습니다.</translation>
        </message>
        <message>
            <source>Unset PYTHON_KEYRING_BACKEND, or start with `--passphrase-file FILE`.</source>
            <translation>PYTHON_KEYRING_BACKEND를 해제하거나 `--passphrase-file FILE`로 시작하세요.</translation>
        </message>
        <message>
            <source>Use an account that is not opened read-only.</source>
            <translation>읽기 전용으로 열지 않은 계정을 쓰세요.</translation>
        </message>
        <message>
            <source>Use another backup.</source>
            <translation>다른 백업을 쓰세요.</translation>
        </message>
        <message>
            <source>Use letters, digits and hyphens.</source>
            <translation>글자, 숫자, 하이픈을 쓰세요.</translation>
        </message>
        <message>
            <source>Use mine, unassigned, mentions, breaching, snoozed, open, all, channel:NAME, account:NUMBER or team:NUMBER:TEAM.</source>
            <translation>mine, unassigned, mentions, breaching, snoozed, open, all, channel:NAME, account:NUMBER, team:NUMBER:TEAM 가운데 하나를 쓰세요.</translation>
        </message>
        <message>
            <source>Use one of {known}.</source>
            <translation>{known} 가운데 하나를 쓰세요.</translation>
        </message>
        <message>
            <source>Use only a-z, 0-9 and hyphens.</source>
            <translation>a-z, 0-9, 하이픈만 쓰세요.</translation>
        </message>
        <message>
            <source>Use small letters, digits and hyphens, for example “support-eu”.</source>
            <translation>소문자, 숫자, 하이픈을 쓰세요. 예: “support-eu”.</translation>
        </message>
        <message>
            <source>Use the base directory or the recovery code that it was made with; else restore a backup of this desk.</source>
            <translation>만들 때의 기본 디렉터리나 복구 코드를 쓰거나, 이 데스크의 백업을 복원하세요.</translation>
        </message>
        <message>
            <source>Use the https:// address; http:// is taken for this machine only.</source>
            <translation>https:// 주소를 쓰세요. http://는 이 컴퓨터에 대해서만 받습니다.</translation>
        </message>
        <message>
            <source>Use the newest code; making a new one voids those before.</source>
            <translation>가장 새로운 코드를 쓰세요. 새로 만들면 이전 코드는 쓸 수 없게 됩니다.</translation>
        </message>
        <message>
            <source>Use the one that was good when it was made, not a later one.</source>
            <translation>나중 것이 아니라 만들 때 쓰던 것을 쓰세요.</translation>
        </message>
        <message>
            <source>Use the recovery code of this base directory.</source>
            <translation>이 기본 디렉터리의 복구 코드를 쓰세요.</translation>
        </message>
        <message>
            <source>Use the recovery code.</source>
            <translation>복구 코드를 쓰세요.</translation>
        </message>
        <message>
            <source>Use the recovery code; without it the data can't be read.</source>
            <translation>복구 코드를 쓰세요. 없으면 데이터를 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>Use {NAMED}, channel:NAME, account:NAME, team:ACCOUNT:ID or saved:NAME.</source>
            <translation>{NAMED}, channel:NAME, account:NAME, team:ACCOUNT:ID, saved:NAME 가운데 하나를 쓰세요.</translation>
        </message>
        <message>
            <source>Wait a moment and start again.</source>
            <translation>잠시 기다렸다가 다시 시작하세요.</translation>
        </message>
        <message>
            <source>Wait a moment and try again; the program goes on working meanwhile.</source>
            <translation>잠시 기다렸다가 다시 시도하세요. 그동안 프로그램은 계속 작동합니다.</translation>
        </message>
        <message>
            <source>Wait until the outbox says how it ended.</source>
            <translation>어떻게 끝났는지 보낼 편지함에 나올 때까지 기다리세요.</translation>
        </message>
        <message>
            <source>What was deleted could not be overwritten yet ({error}).</source>
            <translation>지운 것을 아직 덮어쓰지 못했습니다({error}).</translation>
        </message>
        <message>
            <source>What {keyring} holds for this base directory is not a key.</source>
            <translation>{keyring}에 이 기본 디렉터리용으로 있는 것은 키가 아닙니다.</translation>
        </message>
        <message>
            <source>What {where} offers as “{name}” is not a Connector class.</source>
            <translation>{where}[이/가] “{name}”[으로/로] 내놓은 것은 Connector 클래스가 아닙니다.</translation>
        </message>
        <message>
            <source>Without a command the window opens. REF is ACCOUNT:REMOTE_ID as `workspace tickets` prints it.
Exit codes: 0 done, 1 refused, 2 usage, 3 queued only, 4 in doubt.
</source>
            <translation>명령 없이 실행하면 창이 열립니다. REF는 `workspace tickets`가 출력하는 ACCOUNT:REMOTE_ID입니다.
종료 코드: 0 완료, 1 거부, 2 사용법, 3 대기열에만 넣음, 4 불확실.
</translation>
        </message>
        <message>
            <source>Workspace is closing.</source>
            <translation>Workspace가 닫히는 중입니다.</translation>
        </message>
        <message>
            <source>Write --set NAME=VALUE.</source>
            <translation>--set NAME=VALUE로 쓰세요.</translation>
        </message>
        <message>
            <source>Write `workspace connectors new NAME`.</source>
            <translation>`workspace connectors new NAME`으로 쓰세요.</translation>
        </message>
        <message>
            <source>Write a passphrase of your own into it.</source>
            <translation>내가 정한 암호구를 그 안에 쓰세요.</translation>
        </message>
        <message>
            <source>Write it again.</source>
            <translation>다시 쓰세요.</translation>
        </message>
        <message>
            <source>Write it as ACCOUNT:REMOTE_ID, as `workspace tickets` prints it.</source>
            <translation>`workspace tickets`가 출력하는 대로 ACCOUNT:REMOTE_ID로 쓰세요.</translation>
        </message>
        <message>
            <source>Write something.</source>
            <translation>무언가 쓰세요.</translation>
        </message>
        <message>
            <source>Write word=open (or new, pending, on_hold, solved, closed).</source>
            <translation>word=open(또는 new, pending, on_hold, solved, closed)으로 쓰세요.</translation>
        </message>
        <message>
            <source>Wrote {file}; read it before you send it.</source>
            <translation>{file}[을/를] 썼습니다. 보내기 전에 읽어 보세요.</translation>
        </message>
        <message>
            <source>`workspace account list` shows those there are.</source>
            <translation>`workspace account list`로 있는 계정을 볼 수 있습니다.</translation>
        </message>
        <message>
            <source>a demo without live customers</source>
            <translation>가상 고객이 없는 데모</translation>
        </message>
        <message>
            <source>actions</source>
            <translation>동작</translation>
        </message>
        <message>
            <source>add an account</source>
            <translation>계정을 추가합니다</translation>
        </message>
        <message>
            <source>add an internal note that customers never see</source>
            <translation>고객에게 보이지 않는 내부 메모를 추가합니다</translation>
        </message>
        <message>
            <source>add it without asking the backend</source>
            <translation>서버에 묻지 않고 추가합니다</translation>
        </message>
        <message>
            <source>add, list, check or remove accounts</source>
            <translation>계정을 추가, 나열, 확인하거나 제거합니다</translation>
        </message>
        <message>
            <source>all macros, shared ones too</source>
            <translation>공유된 것까지 모든 매크로</translation>
        </message>
        <message>
            <source>also what was sent or cancelled</source>
            <translation>보냈거나 취소한 것도</translation>
        </message>
        <message>
            <source>also with unsent work, local notes or an embedded desk (its only copy)</source>
            <translation>보내지 않은 작업, 이 컴퓨터에만 있는 메모, 내장 데스크(유일한 사본)가 있어도 제거</translation>
        </message>
        <message>
            <source>an address, or a REF of their ticket</source>
            <translation>주소, 또는 그 사람의 티켓 REF</translation>
        </message>
        <message>
            <source>an attachment could not be read whole</source>
            <translation>첨부 파일을 끝까지 읽지 못함</translation>
        </message>
        <message>
            <source>an embedded desk is the only copy of its tickets</source>
            <translation>내장 데스크는 티켓의 유일한 사본입니다</translation>
        </message>
        <message>
            <source>answer the customer</source>
            <translation>고객에게 답장합니다</translation>
        </message>
        <message>
            <source>answered with a web page instead of data</source>
            <translation>데이터 대신 웹 페이지로 응답함</translation>
        </message>
        <message>
            <source>argument {name}: {what}</source>
            <translation>인수 {name}: {what}</translation>
        </message>
        <message>
            <source>back up or restore an embedded desk</source>
            <translation>내장 데스크를 백업하거나 복원합니다</translation>
        </message>
        <message>
            <source>bring in a zip, folder or file</source>
            <translation>zip, 폴더, 파일을 가져옵니다</translation>
        </message>
        <message>
            <source>bring the cache in step with the backends</source>
            <translation>캐시를 서버와 맞춥니다</translation>
        </message>
        <message>
            <source>cache size</source>
            <translation>캐시의 크기</translation>
        </message>
        <message>
            <source>change fields of a ticket</source>
            <translation>티켓의 필드를 바꿉니다</translation>
        </message>
        <message>
            <source>check or list the trail of what was done</source>
            <translation>한 일의 기록을 확인하거나 나열합니다</translation>
        </message>
        <message>
            <source>commands</source>
            <translation>명령</translation>
        </message>
        <message>
            <source>don't ask; it can't be undone</source>
            <translation>묻지 않습니다. 되돌릴 수 없습니다</translation>
        </message>
        <message>
            <source>erase a contact from this computer and its embedded desks</source>
            <translation>이 컴퓨터와 내장 데스크에서 연락처를 지웁니다</translation>
        </message>
        <message>
            <source>error: {what}</source>
            <translation>오류: {what}</translation>
        </message>
        <message>
            <source>every fault with its line</source>
            <translation>모든 문제를 줄 번호와 함께</translation>
        </message>
        <message>
            <source>everywhere</source>
            <translation>어디서나</translation>
        </message>
        <message>
            <source>expected at least one argument</source>
            <translation>인수가 하나 이상 필요합니다</translation>
        </message>
        <message>
            <source>expected one argument</source>
            <translation>인수가 하나 필요합니다</translation>
        </message>
        <message>
            <source>files or folders</source>
            <translation>파일이나 폴더</translation>
        </message>
        <message>
            <source>fill and reuse this cache</source>
            <translation>이 캐시를 채워서 다시 씁니다</translation>
        </message>
        <message>
            <source>hide a ticket until a time, or until the customer writes</source>
            <translation>정한 시각까지, 또는 고객이 쓸 때까지 티켓을 숨깁니다</translation>
        </message>
        <message>
            <source>invalid choice: {value} (choose from {choices})</source>
            <translation>잘못된 값입니다: {value} (쓸 수 있는 값: {choices})</translation>
        </message>
        <message>
            <source>invalid {type} value: {value}</source>
            <translation>{type} 값이 아닙니다: {value}</translation>
        </message>
        <message>
            <source>its certificate is not valid for this address</source>
            <translation>인증서가 이 주소의 것이 아님</translation>
        </message>
        <message>
            <source>its name is not known</source>
            <translation>이름을 찾을 수 없음</translation>
        </message>
        <message>
            <source>keep it on this computer only; it is sent nowhere</source>
            <translation>이 컴퓨터에만 보관하고 어디로도 보내지 않음</translation>
        </message>
        <message>
            <source>kept in the audit trail</source>
            <translation>감사 기록에 남습니다</translation>
        </message>
        <message>
            <source>letters a-z, digits, hyphen</source>
            <translation>a-z 글자, 숫자, 하이픈</translation>
        </message>
        <message>
            <source>list the accounts</source>
            <translation>계정을 나열합니다</translation>
        </message>
        <message>
            <source>list the connectors, or start a new one</source>
            <translation>커넥터를 나열하거나 새로 시작합니다</translation>
        </message>
        <message>
            <source>list the queues with their counts</source>
            <translation>대기열과 건수를 나열합니다</translation>
        </message>
        <message>
            <source>list the tickets of a queue</source>
            <translation>대기열의 티켓을 나열합니다</translation>
        </message>
        <message>
            <source>list, check, export or import macros</source>
            <translation>매크로를 나열, 확인, 내보내거나 가져옵니다</translation>
        </message>
        <message>
            <source>look at a colleague's ticket; changes nothing, and is recorded</source>
            <translation>동료의 티켓을 봅니다. 아무것도 바꾸지 않으며 기록에 남습니다</translation>
        </message>
        <message>
            <source>make a recovery code, unlock with one, or change the key</source>
            <translation>복구 코드를 만들거나, 그것으로 열거나, 키를 바꿉니다</translation>
        </message>
        <message>
            <source>measure this program on this machine</source>
            <translation>이 컴퓨터에서 이 프로그램을 측정합니다</translation>
        </message>
        <message>
            <source>mine, unassigned, mentions, breaching, snoozed, open, all, channel:X, account:NAME, saved:NAME</source>
            <translation>mine, unassigned, mentions, breaching, snoozed, open, all, channel:X, account:NAME, saved:NAME 가운데 하나</translation>
        </message>
        <message>
            <source>name the first broken record</source>
            <translation>처음으로 깨진 기록을 알려 줍니다</translation>
        </message>
        <message>
            <source>newest, waiting, due</source>
            <translation>newest(최신순), waiting(오래 기다린 순), due(기한순)</translation>
        </message>
        <message>
            <source>no secure connection came about</source>
            <translation>보안 연결이 이루어지지 않음</translation>
        </message>
        <message>
            <source>nothing listens there</source>
            <translation>그곳에서 응답하지 않음</translation>
        </message>
        <message>
            <source>of the computer it was made on; read from stdin</source>
            <translation>백업을 만든 컴퓨터의 것. 표준 입력에서 읽습니다</translation>
        </message>
        <message>
            <source>one printed earlier and kept elsewhere</source>
            <translation>전에 출력해서 다른 곳에 보관한 것</translation>
        </message>
        <message>
            <source>only these</source>
            <translation>이것만</translation>
        </message>
        <message>
            <source>only this account</source>
            <translation>이 계정만</translation>
        </message>
        <message>
            <source>options</source>
            <translation>옵션</translation>
        </message>
        <message>
            <source>parts, separated by commas</source>
            <translation>부분, 쉼표로 구분</translation>
        </message>
        <message>
            <source>positional arguments</source>
            <translation>위치 인수</translation>
        </message>
        <message>
            <source>print JSON</source>
            <translation>JSON으로 출력합니다</translation>
        </message>
        <message>
            <source>prove address and credentials</source>
            <translation>주소와 로그인 정보를 확인합니다</translation>
        </message>
        <message>
            <source>put a desk back from its copy</source>
            <translation>사본에서 데스크를 되돌립니다</translation>
        </message>
        <message>
            <source>ratios against saved ones</source>
            <translation>저장한 것과 비교한 비율</translation>
        </message>
        <message>
            <source>read the secret from stdin</source>
            <translation>비밀번호나 토큰을 표준 입력에서 읽습니다</translation>
        </message>
        <message>
            <source>remove an account and what is cached of it</source>
            <translation>계정과 그 캐시를 제거합니다</translation>
        </message>
        <message>
            <source>return only when the backend has it (at most this long, default 120)</source>
            <translation>서버가 받은 다음에 끝납니다(이 시간까지, 기본 120)</translation>
        </message>
        <message>
            <source>return when everything is here</source>
            <translation>모두 가져온 다음에 끝납니다</translation>
        </message>
        <message>
            <source>samples a figure</source>
            <translation>수치마다 표본 수</translation>
        </message>
        <message>
            <source>say whether a command in doubt was sent</source>
            <translation>불확실한 명령이 보내졌는지 알려 줍니다</translation>
        </message>
        <message>
            <source>search everything that is cached</source>
            <translation>캐시에 있는 모든 것을 검색합니다</translation>
        </message>
        <message>
            <source>send again what failed</source>
            <translation>실패한 것을 다시 보냅니다</translation>
        </message>
        <message>
            <source>sent an answer that is not JSON</source>
            <translation>JSON이 아닌 응답을 보냄</translation>
        </message>
        <message>
            <source>sent an empty answer</source>
            <translation>빈 응답을 보냄</translation>
        </message>
        <message>
            <source>show a ticket in the window, which starts if there is none</source>
            <translation>창에서 티켓을 보여 줍니다. 창이 없으면 시작합니다</translation>
        </message>
        <message>
            <source>show one ticket with its messages</source>
            <translation>티켓 하나와 메시지를 보여 줍니다</translation>
        </message>
        <message>
            <source>show program's version number and exit</source>
            <translation>프로그램의 버전을 표시하고 끝냅니다</translation>
        </message>
        <message>
            <source>show this help message and exit</source>
            <translation>이 도움말을 표시하고 끝냅니다</translation>
        </message>
        <message>
            <source>status= assignee= (me, a name, empty) team= priority= tag+= tag-= cf.NAME=</source>
            <translation>status= assignee= (me, 이름, 비움) team= priority= tag+= tag-= cf.NAME=</translation>
        </message>
        <message>
            <source>take back what was not sent yet</source>
            <translation>아직 보내지 않은 것을 되돌립니다</translation>
        </message>
        <message>
            <source>the backend can't be reached now; it goes out by itself.</source>
            <translation>지금은 서버에 연결할 수 없습니다. 저절로 나갑니다.</translation>
        </message>
        <message>
            <source>the connection broke</source>
            <translation>연결이 끊어짐</translation>
        </message>
        <message>
            <source>the following arguments are required: {names}</source>
            <translation>다음 인수가 필요합니다: {names}</translation>
        </message>
        <message>
            <source>the newest records</source>
            <translation>가장 새로운 기록</translation>
        </message>
        <message>
            <source>the proxy does not answer</source>
            <translation>프록시가 응답하지 않음</translation>
        </message>
        <message>
            <source>the time was up</source>
            <translation>시간이 다 됨</translation>
        </message>
        <message>
            <source>tomorrow 9, 2시간 뒤</source>
            <translation>내일 오전 9시, 2시간 뒤</translation>
        </message>
        <message>
            <source>unlock with the passphrase in this file instead of the keyring</source>
            <translation>키링 대신 이 파일의 암호구로 엽니다</translation>
        </message>
        <message>
            <source>unrecognized arguments: {names}</source>
            <translation>알 수 없는 인수: {names}</translation>
        </message>
        <message>
            <source>usage: </source>
            <translation>사용법: </translation>
        </message>
        <message>
            <source>wake it</source>
            <translation>다시 깨웁니다</translation>
        </message>
        <message>
            <source>what waits to be sent, and what became of it</source>
            <translation>보내기를 기다리는 것과 그 결과</translation>
        </message>
        <message>
            <source>where another one of a name is here</source>
            <translation>같은 이름의 다른 것이 여기 있을 때</translation>
        </message>
        <message>
            <source>where everything is kept</source>
            <translation>모든 것을 보관하는 곳</translation>
        </message>
        <message>
            <source>window</source>
            <translation>창</translation>
        </message>
        <message>
            <source>with the passphrase of the base directory it was made in</source>
            <translation>백업을 만든 기본 디렉터리의 암호구로</translation>
        </message>
        <message>
            <source>work on a desk with sample data</source>
            <translation>표본 데이터가 있는 데스크에서 일합니다</translation>
        </message>
        <message>
            <source>workspace:ticket/ACCOUNT/ID, or a REF</source>
            <translation>workspace:ticket/ACCOUNT/ID, 또는 REF</translation>
        </message>
        <message>
            <source>write a report without customers' text</source>
            <translation>고객의 글이 없는 보고서를 씁니다</translation>
        </message>
        <message>
            <source>write a zip or a folder</source>
            <translation>zip이나 폴더를 씁니다</translation>
        </message>
        <message>
            <source>write an encrypted copy of a desk</source>
            <translation>데스크의 암호화된 사본을 씁니다</translation>
        </message>
        <message>
            <source>write the figures as JSON</source>
            <translation>수치를 JSON으로 씁니다</translation>
        </message>
        <message>
            <source>write the table there</source>
            <translation>표를 그곳에 씁니다</translation>
        </message>
        <message>
            <source>{count} macros written to {target}.</source>
            <translation>매크로 {count}개를 {target}에 썼습니다.</translation>
        </message>
        <message>
            <source>{file} can't be written ({strerror}).</source>
            <translation>{file}[을/를] 쓸 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>{folder} can't be read: {why}.</source>
            <translation>{folder}[을/를] 읽을 수 없습니다: {why}.</translation>
        </message>
        <message>
            <source>{keyring} no longer holds the key of this base directory.</source>
            <translation>{keyring}에 이 기본 디렉터리의 키가 더는 없습니다.</translation>
        </message>
        <message>
            <source>{name} answers; signed in as {me}.</source>
            <translation>{name}[이/가] 응답합니다. {me}[으로/로] 로그인했습니다.</translation>
        </message>
        <message>
            <source>{name} can't be deleted ({strerror}).</source>
            <translation>{name}[을/를] 삭제할 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>{name} can't be prepared ({error}).</source>
            <translation>{name}[을/를] 준비할 수 없습니다({error}).</translation>
        </message>
        <message>
            <source>{name} can't be written to {parent} ({strerror}).</source>
            <translation>{name}[을/를] {parent}에 쓸 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>{name} changed while it was being prepared.</source>
            <translation>준비하는 동안 {name}[이/가] 바뀌었습니다.</translation>
        </message>
        <message>
            <source>{name} did not answer within {wait_s} seconds; it may be waiting for its own password.</source>
            <translation>{name}[이/가] {wait_s}초 안에 응답하지 않았습니다. 자기 비밀번호를 기다리는 중일 수 있습니다.</translation>
        </message>
        <message>
            <source>{name} did not keep the key it was given, so nothing is stored.</source>
            <translation>{name}[이/가] 받은 키를 보관하지 않아 아무것도 저장하지 않았습니다.</translation>
        </message>
        <message>
            <source>{name} failed ({__name__}).</source>
            <translation>{name}[이/가] 실패했습니다({__name__}).</translation>
        </message>
        <message>
            <source>{name} in the zip can't be unpacked.</source>
            <translation>zip의 {name}[을/를] 풀 수 없습니다.</translation>
        </message>
        <message>
            <source>{name} in the zip is too large.</source>
            <translation>zip의 {name}[이/가] 너무 큽니다.</translation>
        </message>
        <message>
            <source>{name} is backed up. Keep {name2} beside it: with it and the recovery code the desk can be restored on another computer.</source>
            <translation>{name}[을/를] 백업했습니다. {name2}[을/를] 그 옆에 두세요. 이것과 복구 코드로 다른 컴퓨터에서 데스크를 복원할 수 있습니다.</translation>
        </message>
        <message>
            <source>{name} is damaged ({error}).</source>
            <translation>{name}[이/가] 손상되었습니다({error}).</translation>
        </message>
        <message>
            <source>{name} is locked.</source>
            <translation>{name}[이/가] 잠겨 있습니다.</translation>
        </message>
        <message>
            <source>{name} is not a whole desk.</source>
            <translation>{name}[은/는] 온전한 데스크가 아닙니다.</translation>
        </message>
        <message>
            <source>{name} is not an embedded desk.</source>
            <translation>{name}[은/는] 내장 데스크가 아닙니다.</translation>
        </message>
        <message>
            <source>{name} is restored.</source>
            <translation>{name}[을/를] 복원했습니다.</translation>
        </message>
        <message>
            <source>{name} was changed meanwhile by somebody else.</source>
            <translation>그사이 다른 사람이 {name}[을/를] 바꾸었습니다.</translation>
        </message>
        <message>
            <source>{name} was not removed: {what}.</source>
            <translation>{name}[을/를] 제거하지 않았습니다: {what}.</translation>
        </message>
        <message>
            <source>{name} was written by a newer Workspace (version {version} of its tables; this one knows {migrations}). Nothing was changed.</source>
            <translation>{name}[은/는] 더 새로운 Workspace가 썼습니다(표의 버전 {version}, 여기서 아는 버전 {migrations}). 바뀐 것은 없습니다.</translation>
        </message>
        <message>
            <source>{notes} notes are kept on this computer only and would be lost</source>
            <translation>메모 {notes}개가 이 컴퓨터에만 있어 없어집니다</translation>
        </message>
        <message>
            <source>{notes} notes that are kept on this computer only are not in it: they are no part of the desk.</source>
            <translation>이 컴퓨터에만 있는 메모 {notes}개는 여기에 들어 있지 않습니다. 데스크의 일부가 아니기 때문입니다.</translation>
        </message>
        <message>
            <source>{path} can't be attached ({strerror}); nothing was sent.</source>
            <translation>{path}[을/를] 첨부할 수 없습니다({strerror}). 아무것도 보내지 않았습니다.</translation>
        </message>
        <message>
            <source>{place} can be changed by other users of this machine, so nothing in it is run.</source>
            <translation>{place}[은/는] 이 컴퓨터의 다른 사용자가 바꿀 수 있어 그 안의 것을 실행하지 않습니다.</translation>
        </message>
        <message>
            <source>{source} can't be read ({error}).</source>
            <translation>{source}[을/를] 읽을 수 없습니다({error}).</translation>
        </message>
        <message>
            <source>{source} can't be read ({strerror}).</source>
            <translation>{source}[을/를] 읽을 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>{target} can't be written ({strerror}).</source>
            <translation>{target}[을/를] 쓸 수 없습니다({strerror}).</translation>
        </message>
        <message>
            <source>{target} exists already.</source>
            <translation>{target}[이/가] 이미 있습니다.</translation>
        </message>
        <message>
            <source>{target} is there already.</source>
            <translation>{target}[이/가] 이미 있습니다.</translation>
        </message>
        <message>
            <source>{text_file} can't be read ({error}).</source>
            <translation>{text_file}[을/를] 읽을 수 없습니다({error}).</translation>
        </message>
        <message>
            <source>{title} can't be searched from here.</source>
            <translation>{title}[은/는] 여기서 검색할 수 없습니다.</translation>
        </message>
        <message>
            <source>{title} has no stream.</source>
            <translation>{title}에는 스트림이 없습니다.</translation>
        </message>
        <message>
            <source>{waiting} commands are not sent yet</source>
            <translation>명령 {waiting}개를 아직 보내지 않았습니다</translation>
        </message>
        <message>
            <source>“--set {pair}” has no value.</source>
            <translation>“--set {pair}”에 값이 없습니다.</translation>
        </message>
        <message>
            <source>“{address}” is not an email address.</source>
            <translation>“{address}”[은/는] 이메일 주소가 아닙니다.</translation>
        </message>
        <message>
            <source>“{change}” can't be set.</source>
            <translation>“{change}”[을/를] 설정할 수 없습니다.</translation>
        </message>
        <message>
            <source>“{change}” is not FIELD=VALUE.</source>
            <translation>“{change}”[은/는] FIELD=VALUE 모양이 아닙니다.</translation>
        </message>
        <message>
            <source>“{id}” can't be a file's name.</source>
            <translation>“{id}”[은/는] 파일 이름이 될 수 없습니다.</translation>
        </message>
        <message>
            <source>“{label}” is missing.</source>
            <translation>“{label}”[이/가] 없습니다.</translation>
        </message>
        <message>
            <source>“{name}” can't be a macro's file.</source>
            <translation>“{name}”[은/는] 매크로의 파일이 될 수 없습니다.</translation>
        </message>
        <message>
            <source>“{name}” can't be an account's name.</source>
            <translation>“{name}”[은/는] 계정 이름이 될 수 없습니다.</translation>
        </message>
        <message>
            <source>“{name}” can't be read: {message}</source>
            <translation>“{name}”[을/를] 읽을 수 없습니다: {message}</translation>
        </message>
        <message>
            <source>“{name}” can't name an account.</source>
            <translation>“{name}”[은/는] 계정 이름으로 쓸 수 없습니다.</translation>
        </message>
        <message>
            <source>“{name}” is empty; RT refuses empty files.</source>
            <translation>“{name}”[이/가] 비어 있습니다. RT는 빈 파일을 받지 않습니다.</translation>
        </message>
        <message>
            <source>“{name}” is larger than this RT takes.</source>
            <translation>“{name}”[이/가] 이 RT가 받는 크기보다 큽니다.</translation>
        </message>
        <message>
            <source>“{name}” is larger than this desk takes.</source>
            <translation>“{name}”[이/가] 이 데스크가 받는 크기보다 큽니다.</translation>
        </message>
        <message>
            <source>“{name}” is not the file that was attached: its bytes differ.</source>
            <translation>“{name}”[은/는] 첨부한 파일이 아닙니다. 바이트가 다릅니다.</translation>
        </message>
        <message>
            <source>“{name}” is not what was attached any more.</source>
            <translation>“{name}”[은/는] 더는 첨부했던 그대로가 아닙니다.</translation>
        </message>
        <message>
            <source>“{new}” is not a choice of “{name}”.</source>
            <translation>“{new}”[은/는] “{name}”에서 고를 수 있는 값이 아닙니다.</translation>
        </message>
        <message>
            <source>“{pair}” does not say which status a word of RT is.</source>
            <translation>“{pair}”에 RT의 단어가 어떤 상태인지 없습니다.</translation>
        </message>
        <message>
            <source>“{ref}” is not a ticket reference.</source>
            <translation>“{ref}”[은/는] 티켓 참조가 아닙니다.</translation>
        </message>
        <message>
            <source>“{text}” is no head.</source>
            <translation>“{text}”[은/는] 머리가 아닙니다.</translation>
        </message>
        <message>
            <source>“{value}” is not a choice of “{label}”.</source>
            <translation>“{value}”[은/는] “{label}”에서 고를 수 있는 값이 아닙니다.</translation>
        </message>
        <message>
            <source>“{value}” is unknown to this backend.</source>
            <translation>이 서버는 “{value}”[을/를] 모릅니다.</translation>
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
            <source>It was cancelled. Nothing of it was kept.</source>
            <translation>취소했습니다. 아무것도 보관하지 않았습니다.</translation>
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
            <source>This desk will be the only copy of its tickets. Write down a recovery code first: it opens them when the keyring is lost or the passphrase forgotten.</source>
            <translation>이 데스크가 티켓의 유일한 사본이 됩니다. 먼저 복구 코드를 적어 두세요. 키링을 잃거나 암호구를 잊었을 때 복구 코드로 열 수 있습니다.</translation>
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
        <name>QueueDialog</name>
        <message numerus="yes">
            <source>%n tickets fit now</source>
            <translation>
                <numerusform>지금 티켓 %n개가 해당합니다</numerusform>
            </translation>
        </message>
        <message>
            <source>A “)” has no “(” before it.</source>
            <translation>“)” 앞에 “(”가 없습니다.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>조건</translation>
        </message>
        <message numerus="yes">
            <source>Conditions have up to %n characters.</source>
            <translation>
                <numerusform>조건은 최대 %n자입니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>Conditions side by side all hold; words are looked for in subject and customer. To begin with:</source>
            <translation>나란히 쓴 조건은 모두 맞아야 합니다. 낱말은 제목과 고객에서 찾습니다. 눌러서 시작해 보세요:</translation>
        </message>
        <message>
            <source>Edit queue</source>
            <translation>대기열 편집</translation>
        </message>
        <message>
            <source>Give the queue a name.</source>
            <translation>대기열의 이름을 적어 주세요.</translation>
        </message>
        <message>
            <source>Insert {condition}</source>
            <translation>{condition} 넣기</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>Name at least one condition, for example team:returns.</source>
            <translation>조건을 하나 이상 적어 주세요. 예: team:returns.</translation>
        </message>
        <message>
            <source>New queue</source>
            <translation>새 대기열</translation>
        </message>
        <message>
            <source>Nothing here is called so: {names}</source>
            <translation>이 이름을 가진 것이 없습니다: {names}</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>정렬</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>저장</translation>
        </message>
        <message numerus="yes">
            <source>There are more than %n words and conditions.</source>
            <translation>
                <numerusform>단어와 조건이 %n개를 넘습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>There are too many parentheses inside one another.</source>
            <translation>괄호가 너무 깊이 겹쳐 있습니다.</translation>
        </message>
        <message>
            <source>There is no condition “{key}:”. There are: {keys}.</source>
            <translation>“{key}:” 조건은 없습니다. 쓸 수 있는 조건: {keys}.</translation>
        </message>
        <message>
            <source>Urgent returns</source>
            <translation>급한 반품</translation>
        </message>
        <message>
            <source>nobody's</source>
            <translation>담당자 없음</translation>
        </message>
        <message>
            <source>not what follows</source>
            <translation>뒤에 오는 것은 제외</translation>
        </message>
        <message>
            <source>of either status</source>
            <translation>둘 중 한 상태</translation>
        </message>
        <message>
            <source>of this channel</source>
            <translation>이 채널</translation>
        </message>
        <message>
            <source>of this customer</source>
            <translation>이 고객</translation>
        </message>
        <message>
            <source>of this priority, in the backend's word</source>
            <translation>이 우선순위(백엔드의 표현)</translation>
        </message>
        <message>
            <source>the customer had the last word</source>
            <translation>고객이 마지막으로 말함</translation>
        </message>
        <message>
            <source>what stands before it or after it</source>
            <translation>앞이나 뒤 중 하나</translation>
        </message>
        <message>
            <source>with this tag</source>
            <translation>이 태그가 있음</translation>
        </message>
        <message>
            <source>yours</source>
            <translation>내 티켓</translation>
        </message>
        <message>
            <source>“is:” takes: {words}.</source>
            <translation>“is:”에 쓸 수 있는 값: {words}.</translation>
        </message>
        <message>
            <source>“{key}:” is about single messages. A queue holds tickets: use it in the search.</source>
            <translation>“{key}:”는 메시지 하나하나에 대한 조건입니다. 대기열은 티켓을 담으므로 검색에서 쓰세요.</translation>
        </message>
        <message>
            <source>“{key}:” needs a value right after the colon.</source>
            <translation>“{key}:”는 쌍점 바로 뒤에 값이 필요합니다.</translation>
        </message>
    </context>
    <context>
        <name>Queues</name>
        <message numerus="yes">
            <source>%n tickets are back from snooze</source>
            <translation>
                <numerusform>미뤄 둔 티켓 %n개가 돌아왔습니다</numerusform>
            </translation>
        </message>
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
            <source>Back from snooze: {subject}</source>
            <translation>미뤄 둔 티켓이 돌아왔습니다: {subject}</translation>
        </message>
        <message>
            <source>Breaching soon</source>
            <translation>기한 임박</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>채널</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>삭제</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>편집…</translation>
        </message>
        <message>
            <source>Mentions</source>
            <translation>멘션</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>내 티켓</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>아래로</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>위로</translation>
        </message>
        <message>
            <source>My queues</source>
            <translation>내 대기열</translation>
        </message>
        <message>
            <source>New queue…</source>
            <translation>새 대기열…</translation>
        </message>
        <message>
            <source>Queue deleted: {name}</source>
            <translation>대기열을 삭제함: {name}</translation>
        </message>
        <message>
            <source>Queues</source>
            <translation>대기열</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>보기</translation>
        </message>
        <message>
            <source>Snoozed</source>
            <translation>미룬 티켓</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>팀</translation>
        </message>
        <message>
            <source>Unassigned</source>
            <translation>미배정</translation>
        </message>
        <message>
            <source>it is the first one</source>
            <translation>첫 번째 대기열입니다</translation>
        </message>
        <message>
            <source>it is the last one</source>
            <translation>마지막 대기열입니다</translation>
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
        <name>Recovery</name>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>복사</translation>
        </message>
        <message>
            <source>First type the last four characters of the code.</source>
            <translation>먼저 코드의 마지막 네 글자를 입력하세요.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>적어 두었습니다</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>복구 코드</translation>
        </message>
        <message>
            <source>The last four characters of the code</source>
            <translation>코드의 마지막 네 글자</translation>
        </message>
        <message>
            <source>Type the last four characters, to be sure that you have it:</source>
            <translation>적어 두었는지 확인하기 위해 마지막 네 글자를 입력하세요:</translation>
        </message>
        <message>
            <source>Write this code down or print it, and keep it apart from this computer. With it your data opens again when the keyring is lost or the passphrase forgotten. Whoever has it and this computer's files can read them.</source>
            <translation>이 코드를 적거나 인쇄해서 이 컴퓨터와 따로 보관하세요. 키링을 잃거나 암호구를 잊었을 때 이 코드로 데이터를 다시 열 수 있습니다. 코드와 이 컴퓨터의 파일을 가진 사람은 데이터를 읽을 수 있습니다.</translation>
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
            <source>Best first</source>
            <translation>관련도순</translation>
        </message>
        <message>
            <source>Filters: {filters}. Enter opens, Esc closes.</source>
            <translation>필터: {filters}. Enter로 열고 Esc로 닫습니다.</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>최신순</translation>
        </message>
        <message>
            <source>Nothing found in what is on this computer.</source>
            <translation>이 컴퓨터에 있는 내용에서 찾지 못했습니다.</translation>
        </message>
        <message>
            <source>Order of the results: {order}</source>
            <translation>결과 정렬: {order}</translation>
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
            <source>Tab changes the order.</source>
            <translation>Tab 키로 정렬을 바꿉니다.</translation>
        </message>
        <message>
            <source>The best of the newest matches.</source>
            <translation>최근에 일치한 항목 가운데 관련도가 높은 순서입니다.</translation>
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
            <source>note on this computer only</source>
            <translation>이 컴퓨터에만 있는 메모</translation>
        </message>
        <message>
            <source>ticket</source>
            <translation>티켓</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n일</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n seconds</source>
            <translation>
                <numerusform>%n초</numerusform>
            </translation>
        </message>
        <message>
            <source>About</source>
            <translation>정보</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>계정</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>계정</translation>
        </message>
        <message>
            <source>Add a rule</source>
            <translation>규칙 추가</translation>
        </message>
        <message>
            <source>All accounts</source>
            <translation>모든 계정</translation>
        </message>
        <message>
            <source>All tickets</source>
            <translation>모든 티켓</translation>
        </message>
        <message>
            <source>Another language shows the next time Workspace starts.</source>
            <translation>다른 언어는 Workspace를 다시 시작하면 적용됩니다.</translation>
        </message>
        <message>
            <source>Any priority</source>
            <translation>모든 우선순위</translation>
        </message>
        <message>
            <source>As little as possible</source>
            <translation>가능한 한 적게</translation>
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
            <source>Copied.</source>
            <translation>복사했습니다.</translation>
        </message>
        <message>
            <source>Copy the versions</source>
            <translation>버전 복사</translation>
        </message>
        <message>
            <source>Count only</source>
            <translation>숫자만 표시</translation>
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
            <source>Debugging view…</source>
            <translation>디버그 보기…</translation>
        </message>
        <message>
            <source>Diagnostics</source>
            <translation>진단</translation>
        </message>
        <message>
            <source>Dictionary: {path}</source>
            <translation>사전: {path}</translation>
        </message>
        <message>
            <source>Enter; Shift+Enter breaks the line</source>
            <translation>Enter (Shift+Enter는 줄바꿈)</translation>
        </message>
        <message>
            <source>Every action can have other keys, or several. What a key does already is said before it is taken from there.</source>
            <translation>모든 동작에 다른 키나 여러 키를 줄 수 있습니다. 이미 쓰이는 키는 옮기기 전에 알려 줍니다.</translation>
        </message>
        <message>
            <source>Files of the report</source>
            <translation>보고서의 파일</translation>
        </message>
        <message>
            <source>For ever</source>
            <translation>계속 보관</translation>
        </message>
        <message>
            <source>General</source>
            <translation>일반</translation>
        </message>
        <message>
            <source>Keep solved tickets on this computer</source>
            <translation>해결된 티켓을 이 컴퓨터에 보관하는 기간</translation>
        </message>
        <message>
            <source>Keyboard shortcuts…</source>
            <translation>키보드 단축키…</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>언어</translation>
        </message>
        <message>
            <source>Let the simulated customers go on</source>
            <translation>가상 고객 계속하기</translation>
        </message>
        <message>
            <source>Licences of Workspace and its parts</source>
            <translation>Workspace와 구성 요소의 라이선스</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>밝게</translation>
        </message>
        <message>
            <source>Looking for dictionaries…</source>
            <translation>사전을 찾는 중…</translation>
        </message>
        <message>
            <source>Make a recovery code…</source>
            <translation>복구 코드 만들기…</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>내 티켓</translation>
        </message>
        <message>
            <source>Motion</source>
            <translation>움직임</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>위로</translation>
        </message>
        <message>
            <source>Never send</source>
            <translation>보내지 않기</translation>
        </message>
        <message>
            <source>No dictionary was found. Install one (on Debian and Ubuntu: {package}), or have {name}.aff and {name2}.dic put into {folder}; then start Workspace again.</source>
            <translation>사전을 찾지 못했습니다. 설치하거나(Debian, Ubuntu: {package}) {name}.aff와 {name2}.dic을 {folder}에 넣은 다음 Workspace를 다시 시작하세요.</translation>
        </message>
        <message>
            <source>Notes that name me</source>
            <translation>나를 멘션한 메모</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>아무것도 안 함</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>알림</translation>
        </message>
        <message>
            <source>Notify silently</source>
            <translation>소리 없이 알림</translation>
        </message>
        <message>
            <source>Notify with sound</source>
            <translation>소리와 함께 알림</translation>
        </message>
        <message>
            <source>Of colleagues</source>
            <translation>동료의 티켓</translation>
        </message>
        <message>
            <source>Pages of settings</source>
            <translation>설정 페이지</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>구성 요소</translation>
        </message>
        <message>
            <source>Pause the simulated customers</source>
            <translation>가상 고객 일시 중지</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>우선순위</translation>
        </message>
        <message>
            <source>Put a report together</source>
            <translation>보고서 만들기</translation>
        </message>
        <message>
            <source>Put a report together first.</source>
            <translation>먼저 보고서를 만드세요.</translation>
        </message>
        <message>
            <source>Putting the report together</source>
            <translation>보고서를 만드는 중</translation>
        </message>
        <message>
            <source>Quiet from</source>
            <translation>조용한 시간 시작</translation>
        </message>
        <message>
            <source>Quiet until</source>
            <translation>조용한 시간 끝</translation>
        </message>
        <message>
            <source>Recovery</source>
            <translation>복구</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>제거</translation>
        </message>
        <message>
            <source>Reset the rules</source>
            <translation>규칙 초기화</translation>
        </message>
        <message>
            <source>Rule {number}: {field}</source>
            <translation>규칙 {number}: {field}</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>다른 이름으로 저장…</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>보고서 저장</translation>
        </message>
        <message>
            <source>Saved {name}.</source>
            <translation>{name}[을/를] 저장했습니다.</translation>
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
            <source>Shortcuts</source>
            <translation>단축키</translation>
        </message>
        <message>
            <source>Show notifications</source>
            <translation>알림 표시</translation>
        </message>
        <message>
            <source>Show what messages say</source>
            <translation>알림에 메시지 내용 표시</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>글자 크기</translation>
        </message>
        <message>
            <source>Solved tickets that rested longer are dropped here at the next start of synchronisation. At the backend nothing changes; an embedded desk keeps all.</source>
            <translation>이보다 오래된 해결된 티켓은 다음에 동기화가 시작될 때 이 컴퓨터에서 지워집니다. 서버에서는 아무것도 바뀌지 않으며, 내장 데스크는 모두 보관합니다.</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>소리</translation>
        </message>
        <message>
            <source>Team {name}</source>
            <translation>{name} 팀</translation>
        </message>
        <message>
            <source>Text of the licence</source>
            <translation>라이선스 본문</translation>
        </message>
        <message>
            <source>The first rule that fits a message decides. Without one it only counts on the badge.</source>
            <translation>메시지에 맞는 첫 규칙이 적용됩니다. 맞는 규칙이 없으면 배지의 숫자에만 더합니다.</translation>
        </message>
        <message>
            <source>The report holds versions, states, counts and logs: no texts, names or addresses of customers and no passwords. The logs call your accounts by their names. Look at it before you send it.</source>
            <translation>보고서에는 버전, 상태, 개수, 로그가 들어 있습니다. 고객의 글, 이름, 주소나 비밀번호는 들어 있지 않습니다. 로그에는 계정이 이름으로 나옵니다. 보내기 전에 확인하세요.</translation>
        </message>
        <message>
            <source>The same time twice: never quiet.</source>
            <translation>두 시각이 같으면 조용한 시간이 없습니다.</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>테마</translation>
        </message>
        <message>
            <source>This computer has no hunspell library. Install it (on Debian and Ubuntu: libhunspell-1.7-0) and start Workspace again.</source>
            <translation>이 컴퓨터에 hunspell 라이브러리가 없습니다. 설치하고(Debian, Ubuntu: libhunspell-1.7-0) Workspace를 다시 시작하세요.</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>티켓</translation>
        </message>
        <message>
            <source>Time to take a reply back</source>
            <translation>답장을 취소할 수 있는 시간</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>시험해 보기</translation>
        </message>
        <message>
            <source>Unassigned</source>
            <translation>미배정</translation>
        </message>
        <message>
            <source>Underline misspelt English words</source>
            <translation>맞춤법이 틀린 영어 단어에 밑줄</translation>
        </message>
        <message>
            <source>Underline misspelt Korean words</source>
            <translation>맞춤법이 틀린 한국어 단어에 밑줄</translation>
        </message>
        <message>
            <source>What Workspace keeps is encrypted with a key that the keyring of this system or your passphrase holds. If that is lost, a recovery code opens it again. Write the code down and keep it apart from this computer. A new code replaces the old one.</source>
            <translation>Workspace가 보관하는 내용은 이 시스템의 키링이나 암호구가 지키는 키로 암호화됩니다. 이를 잃으면 복구 코드로 다시 열 수 있습니다. 코드를 적어 이 컴퓨터와 따로 보관해 주세요. 새 코드를 만들면 이전 코드는 쓸 수 없습니다.</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>동작</translation>
        </message>
        <message>
            <source>What the file holds</source>
            <translation>파일의 내용</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>작성</translation>
        </message>
        <message>
            <source>send at once</source>
            <translation>바로 보내기</translation>
        </message>
        <message>
            <source>… only the beginning is shown here</source>
            <translation>… 여기에는 앞부분만 표시됩니다</translation>
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Another key for {action}</source>
            <translation>{action}의 다른 키</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>닫기</translation>
        </message>
        <message>
            <source>Find an action or a key</source>
            <translation>동작이나 키 찾기</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>키보드 단축키</translation>
        </message>
        <message>
            <source>Leave it there</source>
            <translation>그대로 두기</translation>
        </message>
        <message>
            <source>New key for {action}</source>
            <translation>{action}의 새 키</translation>
        </message>
        <message>
            <source>No action is called so or has such a key.</source>
            <translation>그런 이름이나 키를 가진 동작이 없습니다.</translation>
        </message>
        <message>
            <source>No key was changed.</source>
            <translation>바뀐 키가 없습니다.</translation>
        </message>
        <message>
            <source>Press a key; Escape leaves it as it is.</source>
            <translation>키를 누르세요. Esc를 누르면 그대로 둡니다.</translation>
        </message>
        <message>
            <source>Press a key…</source>
            <translation>키를 누르세요…</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>초기화</translation>
        </message>
        <message>
            <source>Reset all keys</source>
            <translation>모든 키 초기화</translation>
        </message>
        <message>
            <source>Reset the keys of {action}</source>
            <translation>{action}의 키 초기화</translation>
        </message>
        <message>
            <source>Set a key by pressing it</source>
            <translation>키를 눌러 지정</translation>
        </message>
        <message>
            <source>Single letters work while no text field has the focus.</source>
            <translation>글자 하나짜리 단축키는 입력란에 있지 않을 때 동작합니다.</translation>
        </message>
        <message>
            <source>Take the key {key} off {action}</source>
            <translation>{action}에서 {key} 키 빼기</translation>
        </message>
        <message>
            <source>This key belongs to its field and stays as it is.</source>
            <translation>이 키는 해당 입력란의 것이라 바꿀 수 없습니다.</translation>
        </message>
        <message>
            <source>Use it here instead</source>
            <translation>여기에 대신 쓰기</translation>
        </message>
        <message>
            <source>Writing in text fields</source>
            <translation>입력란의 글쓰기</translation>
        </message>
        <message>
            <source>{key} is already the key of: {names}.</source>
            <translation>{key}[은/는] 이미 다음의 키입니다: {names}.</translation>
        </message>
        <message>
            <source>{key} is already the key of: {names}. It can't be taken from there here.</source>
            <translation>{key}[은/는] 이미 다음의 키입니다: {names}. 여기서는 가져올 수 없습니다.</translation>
        </message>
        <message>
            <source>{key} is also a key of: {others}</source>
            <translation>{key}[은/는] 다음의 키이기도 합니다: {others}</translation>
        </message>
    </context>
    <context>
        <name>Snooze</name>
        <message>
            <source>For example: tomorrow 9, monday 14:00, in 2 hours, until reply</source>
            <translation>예: 내일 9시, 월요일 14:00, 2시간 뒤, 답장 올 때까지</translation>
        </message>
        <message>
            <source>Snooze</source>
            <translation>미루기</translation>
        </message>
        <message numerus="yes">
            <source>Snooze %n tickets until…</source>
            <translation>
                <numerusform>티켓 %n개를 언제까지 미룰까요?</numerusform>
            </translation>
        </message>
        <message>
            <source>That is more than two years away.</source>
            <translation>2년보다 뒤의 시각입니다.</translation>
        </message>
        <message>
            <source>That time has passed already.</source>
            <translation>이미 지난 시각입니다.</translation>
        </message>
        <message>
            <source>These words name no time. For example: tomorrow 9, in 2 hours</source>
            <translation>시각을 뜻하는 말이 아닙니다. 예: 내일 9시, 2시간 뒤</translation>
        </message>
        <message>
            <source>Until the customer writes</source>
            <translation>고객이 답할 때까지</translation>
        </message>
        <message>
            <source>Until when</source>
            <translation>언제까지</translation>
        </message>
        <message>
            <source>ddd d MMM</source>
            <translation>M월 d일(ddd)</translation>
        </message>
        <message>
            <source>ddd d MMM yyyy</source>
            <translation>yyyy년 M월 d일(ddd)</translation>
        </message>
        <message>
            <source>today {time}</source>
            <translation>오늘 {time}</translation>
        </message>
        <message>
            <source>tomorrow 9</source>
            <translation>내일 9시</translation>
        </message>
        <message>
            <source>{day} {time}</source>
            <translation>{day} {time}</translation>
        </message>
        <message>
            <source>{time}, or when the customer writes</source>
            <translation>{time}, 또는 고객이 답할 때</translation>
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
                <numerusform>계정 %n개 동기화됨 · {when}</numerusform>
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
            <source>Locked</source>
            <translation>잠김</translation>
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
        <name>Tabs</name>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n분</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minutes at this ticket since the start; only you see this</source>
            <translation>
                <numerusform>시작한 뒤 이 티켓에 쓴 시간 %n분. 나에게만 보입니다</numerusform>
            </translation>
        </message>
        <message>
            <source>(gone)</source>
            <translation>(없어짐)</translation>
        </message>
        <message>
            <source>Close this tab</source>
            <translation>이 탭 닫기</translation>
        </message>
        <message>
            <source>List</source>
            <translation>목록</translation>
        </message>
        <message>
            <source>Open tickets</source>
            <translation>열린 티켓</translation>
        </message>
        <message>
            <source>shown beside</source>
            <translation>나란히 표시 중</translation>
        </message>
        <message>
            <source>waits for us</source>
            <translation>답변 대기</translation>
        </message>
    </context>
    <context>
        <name>TicketActions</name>
        <message>
            <source>There is nothing that could be undone any more.</source>
            <translation>실행 취소할 수 있는 변경이 더 이상 없습니다.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>실행 취소</translation>
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
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>%n개 더 보기</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more tags</source>
            <translation>
                <numerusform>태그 %n개 더 보기</numerusform>
            </translation>
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
            <source>The ticket's link is copied.</source>
            <translation>티켓 링크를 복사했습니다.</translation>
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
            <source>%n chosen</source>
            <translation>
                <numerusform>%n개 선택</numerusform>
            </translation>
        </message>
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
            <source>%n new</source>
            <translation>
                <numerusform>새 티켓 %n개</numerusform>
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
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>%n개 모두 선택</numerusform>
            </translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>담당자 지정</translation>
        </message>
        <message numerus="yes">
            <source>At most %n can be changed at once.</source>
            <translation>
                <numerusform>한 번에 %n건까지만 변경할 수 있습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>Back from snooze</source>
            <translation>미룸 끝남</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>Changed meanwhile</source>
            <translation>그사이 바뀜</translation>
        </message>
        <message numerus="yes">
            <source>Choose all %n tickets of the queue</source>
            <translation>
                <numerusform>대기열의 티켓 %n개 모두 선택</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose nothing</source>
            <translation>선택 해제</translation>
        </message>
        <message>
            <source>Choose nothing (Esc)</source>
            <translation>선택 해제 (Esc)</translation>
        </message>
        <message numerus="yes">
            <source>Choose the first %n</source>
            <translation>
                <numerusform>처음 %n건만 선택</numerusform>
            </translation>
        </message>
        <message>
            <source>Chosen tickets</source>
            <translation>선택한 티켓</translation>
        </message>
        <message>
            <source>Chosen: {ticket}</source>
            <translation>선택됨: {ticket}</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>내가 맡기</translation>
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
            <source>Due now</source>
            <translation>지금 기한</translation>
        </message>
        <message>
            <source>Left this queue</source>
            <translation>이 대기열에서 나감</translation>
        </message>
        <message>
            <source>Macro</source>
            <translation>매크로</translation>
        </message>
        <message>
            <source>More</source>
            <translation>더 보기</translation>
        </message>
        <message>
            <source>Names you</source>
            <translation>나를 멘션</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>최신순</translation>
        </message>
        <message>
            <source>Newest mention</source>
            <translation>최신 멘션순</translation>
        </message>
        <message>
            <source>Next due</source>
            <translation>기한순</translation>
        </message>
        <message>
            <source>No longer in this queue: {ticket}</source>
            <translation>더는 이 대기열에 없음: {ticket}</translation>
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
            <source>Priority</source>
            <translation>우선순위</translation>
        </message>
        <message>
            <source>Progress of the change</source>
            <translation>변경 진행률</translation>
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
            <source>Snooze</source>
            <translation>미루기</translation>
        </message>
        <message>
            <source>Solve</source>
            <translation>해결</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>태그</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>팀</translation>
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
            <source>To be sent later</source>
            <translation>나중에 보낼 예정</translation>
        </message>
        <message>
            <source>Unknown sender</source>
            <translation>알 수 없는 발신자</translation>
        </message>
        <message>
            <source>Until a reply</source>
            <translation>답장 올 때까지</translation>
        </message>
        <message>
            <source>Until {time}</source>
            <translation>{time}까지</translation>
        </message>
        <message>
            <source>Update the list</source>
            <translation>목록 새로 고침</translation>
        </message>
        <message>
            <source>Waiting longest</source>
            <translation>오래 기다린 순</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>전송 대기 중</translation>
        </message>
        <message>
            <source>Wakes next</source>
            <translation>곧 돌아오는 순</translation>
        </message>
        <message>
            <source>waits for us</source>
            <translation>답변 대기</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n changed</source>
            <translation>
                <numerusform>%n개 중 {done}개 변경함</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TicketMenu</name>
        <message>
            <source>Add a tag</source>
            <translation>태그 추가</translation>
        </message>
        <message>
            <source>Add a tag…</source>
            <translation>태그 추가…</translation>
        </message>
        <message>
            <source>Another time…</source>
            <translation>다른 시각…</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>담당자 지정</translation>
        </message>
        <message>
            <source>Choose a single ticket for this</source>
            <translation>이 동작은 티켓 하나만 선택하세요</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>내가 맡기</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>표시</translation>
        </message>
        <message>
            <source>Me</source>
            <translation>나</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>열기</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>우선순위</translation>
        </message>
        <message>
            <source>Put the mention aside</source>
            <translation>멘션 치워 두기</translation>
        </message>
        <message>
            <source>Remove {tag}</source>
            <translation>{tag} 제거</translation>
        </message>
        <message>
            <source>Snooze</source>
            <translation>미루기</translation>
        </message>
        <message>
            <source>Solve</source>
            <translation>해결</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>상태</translation>
        </message>
        <message numerus="yes">
            <source>Tag for %n tickets</source>
            <translation>
                <numerusform>티켓 %n개의 태그</numerusform>
            </translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>태그</translation>
        </message>
        <message>
            <source>Take the mark off</source>
            <translation>표시 해제</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>팀</translation>
        </message>
        <message>
            <source>There are no priorities</source>
            <translation>우선순위가 없습니다</translation>
        </message>
        <message>
            <source>There are no teams</source>
            <translation>팀이 없습니다</translation>
        </message>
        <message>
            <source>Wake now</source>
            <translation>지금 꺼내기</translation>
        </message>
    </context>
    <context>
        <name>Transcript</name>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>항목 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries copied.</source>
            <translation>
                <numerusform>항목 %n개를 복사했습니다.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n internal notes</source>
            <translation>
                <numerusform>내부 메모 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pages</source>
            <translation>
                <numerusform>%n쪽</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pages printed.</source>
            <translation>
                <numerusform>%n쪽을 인쇄했습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>(no subject)</source>
            <translation>(제목 없음)</translation>
        </message>
        <message>
            <source>Attachment: {name}</source>
            <translation>첨부 파일: {name}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>복사</translation>
        </message>
        <message>
            <source>Copy or print the conversation</source>
            <translation>대화 복사 또는 인쇄</translation>
        </message>
        <message>
            <source>INTERNAL NOTE</source>
            <translation>내부 메모</translation>
        </message>
        <message>
            <source>Internal notes are for colleagues. They are marked as such.</source>
            <translation>내부 메모는 동료를 위한 것이며, 그렇게 표시됩니다.</translation>
        </message>
        <message>
            <source>Laying out the pages…</source>
            <translation>페이지를 배치하는 중…</translation>
        </message>
        <message>
            <source>NOTE ONLY ON THIS COMPUTER</source>
            <translation>이 컴퓨터에만 있는 메모</translation>
        </message>
        <message>
            <source>Pages as they will be printed</source>
            <translation>인쇄될 페이지</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>인쇄…</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>진행률</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>PDF로 저장</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>PDF로 저장…</translation>
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation>{name}[으로/로] 저장했습니다.</translation>
        </message>
        <message numerus="yes">
            <source>The first %n pages; all of them are printed.</source>
            <translation>
                <numerusform>처음 %n쪽만 표시합니다. 인쇄는 모두 합니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>The printer can't be opened. Choose another one.</source>
            <translation>프린터를 열 수 없습니다. 다른 프린터를 고르세요.</translation>
        </message>
        <message>
            <source>With the internal notes</source>
            <translation>내부 메모 포함</translation>
        </message>
        <message>
            <source>Without internal notes</source>
            <translation>내부 메모 제외</translation>
        </message>
        <message>
            <source>{ticket} · printed from Workspace</source>
            <translation>{ticket} · Workspace에서 인쇄함</translation>
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
            <translation>이 컴퓨터에 보관된 티켓, 임시 저장한 글, 비밀번호를 엽니다.</translation>
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
            <translation>Workspace는 이 컴퓨터에 있는 티켓, 임시 저장한 글, 비밀번호를 암호화합니다. 이 시스템에는 키를 보관할 키링이 없으므로 암호구로 키를 잠그며, 시작할 때마다 암호구를 묻습니다. 이어서 암호구를 잊었을 때 쓸 복구 코드를 만듭니다.</translation>
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
            <source>%n unread</source>
            <translation>
                <numerusform>읽지 않음 %n개</numerusform>
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
            <source>Choose one in the list.</source>
            <translation>목록에서 선택하세요.</translation>
        </message>
        <message>
            <source>In its own window</source>
            <translation>별도 창으로</translation>
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
            <source>The link that was opened names no ticket.</source>
            <translation>열린 링크가 가리키는 티켓이 없습니다.</translation>
        </message>
        <message>
            <source>The ticket {ref} of the link is not on this computer.</source>
            <translation>링크의 티켓 {ref}[이/가] 이 컴퓨터에 없습니다.</translation>
        </message>
        <message>
            <source>There is no recovery code yet. If the keyring of this system is lost or the passphrase forgotten, nothing else opens what Workspace keeps here.</source>
            <translation>아직 복구 코드가 없습니다. 이 시스템의 키링을 잃거나 암호구를 잊으면 Workspace가 보관하는 내용을 열 다른 방법이 없습니다.</translation>
        </message>
        <message>
            <source>There is no room for two tickets side by side in this window.</source>
            <translation>이 창에는 두 티켓을 나란히 놓을 자리가 없습니다.</translation>
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
            <source>High</source>
            <translation>높음</translation>
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
            <source>Low</source>
            <translation>낮음</translation>
        </message>
        <message>
            <source>New</source>
            <translation>신규</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>보통</translation>
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
            <translation>되돌림</translation>
        </message>
        <message>
            <source>To be sent later</source>
            <translation>나중에 보낼 예정</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>긴급</translation>
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
