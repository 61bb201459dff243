# Fills the test server with tickets: Korean and English, HTML, notes, files, custom fields.
# One process on RT's own API; mails are made for every tenth ticket only, they are slow.
use strict;
use warnings;
use utf8;
use lib '/usr/share/request-tracker5/lib';
use RT -init;
use Encode qw(encode encode_utf8);
use MIME::Entity;
no warnings 'redefine';

my $count = $ARGV[0] || 0;
my $next = 20_261;
sub pick { $next = ($next * 1_103_515_245 + 12_345) % 2_147_483_648; return $next % shift }
sub one_of { return $_[ pick(scalar @_) ] }

my $mails = 0;
for my $method (qw(RT::Scrips::Prepare RT::Scrips::Commit)) {
    no strict 'refs';
    my $real = \&{$method};
    *{$method} = sub { $mails ? $real->(@_) : 1 };
}

my @customers = (
    ['오세훈', 'sehun.oh@customer.test'],
    ['윤다은', 'daeun.yoon@customer.test'],
    ['배준호', 'junho.bae@customer.test'],
    ['Maggie O’Toole', 'maggie.otoole@customer.test'],
    ['Chris Park', 'chris.park@customer.test'],
    ['Zoë <b>Quinn</b>', 'zoe.quinn@customer.test'],
    ['山本 さくら', 'sakura@customer.test'],
    ['Günter Groß', 'guenter@customer.test'],
);
my %said = (
    ko => [
        ['책상 다리가 흔들립니다', "조립한 지 이틀 만에 책상 다리가 흔들려요.\n부품을 다시 받을 수 있을까요?", '새 부품을 오늘 보내 드리겠습니다.', '창고에 남은 부품 세 개. 고객에게 알리지 말 것.', '빠른 답변 고맙습니다 🙂'],
        ['배송 조회가 되지 않아요', "운송장 번호를 넣어도 조회되지 않습니다.\n언제 도착하나요?", '내일 오전에 도착할 예정입니다.', '택배사 전산 장애로 확인됨.', '네, 기다리겠습니다.'],
        ['영수증을 다시 보내 주세요', "회사에 제출할 영수증이 필요합니다.", '영수증을 첨부해 드립니다.', '이미 두 번 보낸 고객.', '잘 받았습니다.'],
    ],
    en => [
        ['The lamp flickers & hums', "The lamp <Model 7> flickers since Monday.\nTwo bulbs tried, same thing.", 'We are sending a new driver for the lamp.', 'Batch 7-C again; recall is being discussed.', 'It arrived, and it works. Thank you!'],
        ['Wrong colour delivered', "I ordered oak and got walnut.\n\n-- \nsent while standing", 'Keep it until the right one is there; we collect it.', 'Second mix-up this week in hall 4.', 'Fine with me.'],
        ['How do I change the address?', 'We move next week. Where do I tell you?', 'Just answer with the new address.', 'Check the invoice address too.', '12 Harbour Road, please.'],
    ],
);

my $support = load_queue('Support');
my $billing = load_queue('Billing');
my $repairs = load_queue('Repairs');
my %field = map { $_ => load_field($_) } ('Product', 'Severity', 'Order number', 'Tags', 'Languages');
my %as = map { $_ => as_user($_) } ('root', 'agent', 'agent2');
for my $row (@customers) {
    my $user = RT::User->new(RT->SystemUser);
    $user->Create(
        Name => $row->[1], EmailAddress => $row->[1], RealName => $row->[0],
        Password => 'customer1', Privileged => 0, Organization => 'Customers & Sons',
    );
    $as{ $row->[1] } = as_user($row->[1]);
}
special() if $count;
ordinary($_) for 1 .. $count - 10;
exit 0;

sub load_queue { my $q = RT::Queue->new(RT->SystemUser); $q->Load(shift); return $q }

sub load_field {
    my $f = RT::CustomField->new(RT->SystemUser);
    $f->LoadByCols(Name => shift, LookupType => 'RT::Queue-RT::Ticket');
    return 'CustomField-' . $f->id;
}

sub as_user { my $u = RT::CurrentUser->new; $u->LoadByName(shift); return $u }

sub message {
    my (%got) = @_;
    my $main = MIME::Entity->build(
        Type => $got{html} ? 'text/html' : 'text/plain', Charset => 'utf-8',
        Encoding => '8bit', Data => encode_utf8($got{html} // $got{text}),
        ($got{subject} ? (Subject => encode_utf8($got{subject})) : ()),
    );
    $main->attach(
        Type => $_->[1], Filename => encode_utf8($_->[0]), Data => $_->[2],
        Encoding => 'base64', ($_->[3] ? (Id => $_->[3]) : ()),
    ) for @{ $got{files} || [] };
    return $main;
}

sub both_shapes {
    my ($text, $html) = @_;
    my $main = MIME::Entity->build(Type => 'multipart/alternative');
    $main->attach(Type => 'text/plain', Charset => 'euc-kr', Encoding => 'base64',
        Data => encode('euc-kr', $text));
    $main->attach(Type => 'text/html', Charset => 'utf-8', Encoding => 'base64',
        Data => encode_utf8($html));
    return $main;
}

sub page_of {
    my ($text, $more) = @_;
    $text =~ s/&/&amp;/g;
    $text =~ s/</&lt;/g;
    $text =~ s/\n/<br>/g;
    return "<div><p>$text</p>" . ($more // '') . '</div>';
}

sub file_of {
    my $i = shift;
    return ["사진 $i.png", 'image/png', "\x89PNG\r\n\x1a\n" . join('', map { chr pick(256) } 1 .. 600)]
      if $i % 3 == 0;
    return ["notes $i.txt", 'text/plain', encode_utf8("첫 줄\r\nsecond line $i\n")] if $i % 3 == 1;
    return ["table-$i.csv", 'text/csv', encode_utf8("이름,value\n가,$i\n")];
}

sub create {
    my ($who, $queue, $subject, $mime, %more) = @_;
    my $ticket = RT::Ticket->new($as{$who});
    my ($id, undef, $said) = $ticket->Create(
        Queue => $queue->id, Subject => $subject, Requestor => $who, MIMEObj => $mime, %more
    );
    die "$said\n" unless $id;
    return $id;
}

sub say_to {
    my ($id, $who, $method, $mime) = @_;
    my $ticket = RT::Ticket->new($as{$who});
    $ticket->Load($id);
    my ($ok, $said) = $ticket->$method(MIMEObj => $mime);
    die "$method by $who: $said\n" unless $ok;
}

sub change {
    my ($id, $who, $method, @values) = @_;
    my $ticket = RT::Ticket->new($as{$who});
    $ticket->Load($id);
    my ($ok, $said) = $ticket->$method(@values);
    die "$method by $who: $said\n" unless $ok or $said =~ /already|from '(.*)' to '\1'/;
}

sub fields {
    my $i = shift;
    my %values = (
        $field{Product} => one_of('Lamp', 'Chair', '책상'),
        $field{Severity} => one_of('low', 'normal', 'high', 'urgent'),
        $field{'Order number'} => sprintf('B-%05d', $i * 37),
    );
    $values{ $field{Tags} } = [ one_of(['vip'], ['배송', 'urgent'], ['반품'], ['a, b', 'vip']) ]->[0]
      if $i % 3;
    $values{ $field{Languages} } = ['ko', 'en'] if $i % 4 == 0;
    return %values;
}

sub ordinary {
    my $i = shift;
    $mails = $i % 10 == 0;
    my $who = one_of(@customers)->[1];
    my $row = one_of(@{ $said{ one_of('ko', 'ko', 'en') } });
    my ($subject, $first, $reply, $note, $thanks) = @$row;
    my @files = $i % 9 == 0 ? (file_of($i)) : ();
    my $mime = $i % 5 == 0 ? message(html => page_of($first), files => \@files)
      : $i % 11 == 0 ? both_shapes($first =~ s/[^\x00-\x7f\x{AC00}-\x{D7A3}]//gr, page_of($first))
      :                message(text => $first, files => \@files);
    my $id = create($who, one_of($support, $support, $billing), "$subject ($i)", $mime, fields($i));
    change($id, 'agent', 'SetOwner', one_of('agent', 'agent2')) if $i % 2;
    for my $turn (1 .. pick(4)) {
        say_to($id, 'agent', 'Comment', message(text => $note)) if $turn % 2 == 0;
        say_to($id, one_of('agent', 'agent2'), 'Correspond',
            message($i % 7 ? (text => $reply) : (html => page_of($reply)),
                files => $i % 13 ? [] : [ file_of($i + 1) ]));
        say_to($id, $who, 'Correspond', message(text => $thanks)) if pick(3);
    }
    change($id, 'agent', 'SetPriority', 10 * pick(10)) if $i % 3 == 0;
    change($id, 'agent', 'SetStatus', one_of('open', 'stalled', 'resolved', 'rejected')) if $i % 4;
    $mails = 0;
}

sub special {
    my ($long, $picture) = ('sehun.oh@customer.test', 'daeun.yoon@customer.test');
    my $id = create($long, $support, 'A conversation without end', message(text => 'It begins.'));
    for my $turn (1 .. 260) {
        say_to($id, 'agent', 'Comment', message(text => "internal $turn"));
        say_to($id, $long, 'Correspond', message(text => "public $turn"));
    }
    my $png = "\x89PNG\r\n\x1a\n" . 'p' x 300;
    my $html = '<p>See <img src="cid:photo1@customer.test"> here</p>';
    create($picture, $support, '사진이 있는 문의',
        message(html => $html, files => [ ['photo.png', 'image/png', $png, '<photo1@customer.test>'] ]));
    my $into = create($picture, $support, 'Stays after the merge', message(text => 'first of two'));
    my $from = create($picture, $support, 'Goes away by merge', message(text => 'second of two'));
    say_to($from, 'agent', 'Comment', message(text => 'note before the merge'));
    change($from, 'agent', 'MergeInto', $into);
    my $gone = create($picture, $support, 'Deleted', message(text => 'spam'));
    change($gone, 'root', 'SetStatus', 'deleted');
    create('maggie.otoole@customer.test', $repairs, 'Chair with a split leg', message(text => 'One leg.'));
    my $two = create($picture, $support, 'Two who ask', message(text => 'We both ask.'),
        Cc => ['chris.park@customer.test']);
    change($two, 'root', 'AddWatcher', Type => 'Requestor', Email => 'junho.bae@customer.test');
    say_to($two, 'chris.park@customer.test', 'Correspond', message(text => 'Copied in, I add this.'));
    change($two, 'agent', 'AddLink', Type => 'RefersTo', Target => $into);
    my $board = load_queue('Board');
    my $secret = RT::Ticket->new($as{root});
    $secret->Create(Queue => $board->id, Subject => 'Board only', Requestor => 'root@example.test',
        MIMEObj => message(text => 'Nobody else reads this.'));
    create($picture, $billing, '', message(text => "No subject, \0 and \x{202E}tricks".chr(0x1F600)));
    create($long, $support, "줄바꿈 '인용' \\ 역슬래시", message(text => '0'));
}
