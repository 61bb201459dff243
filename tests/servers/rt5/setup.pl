# People, queues, rights, custom fields and tokens of the test server. Tokens go to the file named.
use strict;
use warnings;
use utf8;
use lib '/usr/share/request-tracker5/lib';
use RT -init;

my ($tokens_file) = @ARGV;
my $system = RT->SystemUser;

sub must {
    my ($ok, $message) = @_;
    die "$message\n" unless $ok or ($message // '') =~ /already/;
}

my $root = RT::User->new($system);
$root->Load('root');
must($root->SetPassword('rootpass1'));
must($root->SetEmailAddress('root@example.test'));

my %queues;
for my $row (
    ['Support', 'default'], ['Billing', 'default'], ['Repairs', 'repairs'], ['Board', 'default']
  )
{
    my $queue = RT::Queue->new($system);
    must($queue->Create(
        Name              => $row->[0],
        Lifecycle         => $row->[1],
        SLADisabled       => 1,
        CorrespondAddress => lc($row->[0]) . '@example.test',
        CommentAddress    => lc($row->[0]) . '-comment@example.test',
    ));
    $queues{ $row->[0] } = $queue;
}

my $agents = RT::Group->new($system);
must($agents->CreateUserDefinedGroup(Name => 'Agents'));
my $trainees = RT::Group->new($system);
must($trainees->CreateUserDefinedGroup(Name => 'Trainees'));
my @staff = (
    ['agent',   '한지우 Agent', '',      $agents],
    ['agent2',  'Robin Agent',    '',      $agents],
    ['german',  'Jörg Müller',    'de',    $agents],
    ['chinese', '李 梅',            'zh-cn', $agents],
    ['seoul',   '서울 지사',     '',      $agents],
    ['trainee', 'Tracy Newcomer', '',      $trainees],
);
for my $row (@staff) {
    my $user = RT::User->new($system);
    must($user->Create(
        Name         => $row->[0],
        RealName     => $row->[1],
        EmailAddress => "$row->[0]\@example.test",
        Password     => 'agentpass1',
        Privileged   => 1,
        Lang         => $row->[2],
        ($row->[0] eq 'seoul' ? (Timezone => 'Asia/Seoul') : ()),
    ));
    $row->[3]->AddMember($user->PrincipalId);
}

my @look = qw(SeeQueue ShowTicket SeeCustomField ShowOutgoingEmail);
my @work = qw(ShowTicketComments CreateTicket ReplyToTicket CommentOnTicket OwnTicket TakeTicket
  StealTicket ReassignTicket ModifyTicket ModifyCustomField SetInitialCustomField Watch
  WatchAsAdminCc ForwardMessage);
for my $name ('Support', 'Billing', 'Repairs') {
    must($agents->PrincipalObj->GrantRight(Right => $_, Object => $queues{$name})) for @look, @work;
}
must($trainees->PrincipalObj->GrantRight(Right => $_, Object => $queues{Support}))
  for @look, 'ReplyToTicket';
must($agents->PrincipalObj->GrantRight(Right => $_, Object => RT->System))
  for qw(ModifySelf SeeCustomField);

my $privileged = RT::Group->new($system);
$privileged->LoadSystemInternalGroup('Privileged');
must($privileged->PrincipalObj->GrantRight(Right => $_, Object => RT->System))
  for qw(ManageAuthTokens);
my $everyone = RT::Group->new($system);
$everyone->LoadSystemInternalGroup('Everyone');
for my $name ('Support', 'Billing', 'Repairs') {
    must($everyone->PrincipalObj->GrantRight(Right => $_, Object => $queues{$name}))
      for qw(CreateTicket ReplyToTicket);
}
my $requestors = RT::Group->new($system);
$requestors->LoadRoleGroup(Object => RT->System, Name => 'Requestor');
must($requestors->PrincipalObj->GrantRight(Right => 'ShowTicket', Object => RT->System));

for my $row (
    ['Product',      'Select',   1, [qw(Lamp Chair 책상)]],
    ['Severity',     'Select',   1, [qw(low normal high urgent)]],
    ['Order number', 'Freeform', 1, []],
    ['Tags',         'Freeform', 0, []],
    ['Languages',    'Select',   0, [qw(ko en ja)]],
  )
{
    my $field = RT::CustomField->new($system);
    must($field->Create(
        Name       => $row->[0],
        Type       => $row->[1],
        MaxValues  => $row->[2],
        LookupType => 'RT::Queue-RT::Ticket',
    ));
    $field->AddValue(Name => $_) for @{ $row->[3] };
    must($field->AddToObject($queues{$_})) for 'Support', 'Billing', 'Repairs';
}

open my $out, '>', $tokens_file or die $!;
for my $name ('root', map { $_->[0] } @staff) {
    my $user = RT::User->new($system);
    $user->Load($name);
    my ($ok, $message, $secret)
      = RT::AuthToken->new($system)->Create(Owner => $user->id, Description => 'tests');
    must($ok, $message);
    print $out 'RT_TOKEN_' . uc($name) . "=$secret\n";
}
