# People at work in the test server, on RT's own API: one JSON command a line in, one answer out.
# Scrips (mails, automatic status changes) rest here; what goes through REST2 has them.
use strict;
use warnings;
use utf8;
use lib '/usr/share/request-tracker5/lib';
use RT -init;
use Encode qw(encode_utf8);
use JSON ();
use MIME::Base64 qw(decode_base64 encode_base64);
use MIME::Entity;
no warnings 'redefine';
*RT::Scrips::Prepare = sub { 1 };
*RT::Scrips::Commit  = sub { 1 };

binmode STDOUT;
$| = 1;
my $json = JSON->new->utf8->canonical;
my %commands = (
    create => \&create, say => \&say_to, change => \&change, entries => \&entries,
    ticket => \&ticket, seen => \&seen, person => \&person, lang => \&lang,
);
while (my $line = <STDIN>) {
    my $asked = $json->decode($line);
    DBIx::SearchBuilder::Record::Cachable->FlushCache;
    my $answer = eval { { ok => $commands{ $asked->{do} }->(%$asked) } }
      || { error => "$@" };
    print $json->encode($answer), "\n";
}

sub as_user {
    my $name = shift;
    my $user = RT::CurrentUser->new;
    $user->LoadByName($name);
    $user->id or die "no user $name\n";
    return $user;
}

sub load_ticket {
    my ($id, $who) = @_;
    my $ticket = RT::Ticket->new($who ? as_user($who) : RT->SystemUser);
    $ticket->Load($id);
    $ticket->id or die "no ticket $id\n";
    return $ticket;
}

sub person {
    my %got = @_;
    my $user = RT::User->new(RT->SystemUser);
    $user->LoadByEmail($got{address});
    return 1 if $user->id;
    my ($ok, $said) = $user->Create(Name => $got{address}, EmailAddress => $got{address},
        RealName => $got{name}, Password => 'customer1', Privileged => 0);
    die "$said\n" unless $ok;
    return 1;
}

sub lang {
    my %got = @_;
    my $user = RT::User->new(RT->SystemUser);
    $user->Load($got{user});
    $user->SetLang($got{lang});
    return 1;
}

sub message {
    my %got = @_;
    my $main = MIME::Entity->build(
        Type => $got{html} ? 'text/html' : 'text/plain', Charset => 'utf-8', Encoding => 'base64',
        Data => encode_utf8($got{html} || $got{text}),
    );
    $main->attach(
        Type => $_->{type}, Filename => encode_utf8($_->{name}), Encoding => 'base64',
        Data => decode_base64($_->{data}),
    ) for @{ $got{files} || [] };
    return $main;
}

sub create {
    my %got = @_;
    my $ticket = RT::Ticket->new(as_user($got{who}));
    my ($id, undef, $said) = $ticket->Create(Queue => $got{queue} || 'Support',
        Subject => $got{subject}, Requestor => $got{who}, MIMEObj => message(%got));
    die "$said\n" unless $id;
    return "$id";
}

sub say_to {
    my %got = @_;
    my @ids;
    for my $text (@{ $got{texts} || [ $got{text} ] }) {
        my $ticket = load_ticket($got{ticket}, $got{who});
        my $method = $got{public} ? 'Correspond' : 'Comment';
        my ($ok, $said, $transaction) = $ticket->$method(MIMEObj => message(%got, text => $text));
        die "$said\n" unless $ok;
        push @ids, $transaction->id + 0;
    }
    return \@ids;
}

sub change {
    my %got = @_;
    my $ticket = load_ticket($got{ticket}, $got{who});
    for my $method (sort keys %{ $got{set} }) {
        my $value = $got{set}{$method};
        my ($ok, $said) = $ticket->$method(ref $value ? %$value : $value);
        die "$said\n" unless $ok or $said =~ /already|from '(.*)' to '\1'/;
    }
    return 1;
}

sub entries {
    my %got = @_;
    my $ticket = load_ticket($got{ticket});
    my %asking = map { lc $_ => 1 }
      map { $_->Name, $_->EmailAddress }
      map { @{ $_->UserMembersObj->ItemsArrayRef } } $ticket->Requestors, $ticket->Cc;
    my $rows = $ticket->Transactions;
    $rows->OrderBy(FIELD => 'id', ORDER => 'ASC');
    my @found;
    while (my $row = $rows->Next) {
        next unless $row->Type =~ /^(?:Create|Correspond|Comment)$/;
        my $parts = RT::Attachments->new(RT->SystemUser);
        $parts->Limit(FIELD => 'TransactionId', VALUE => $row->id);
        $parts->OrderBy(FIELD => 'id', ORDER => 'ASC');
        my %entry = (id => '' . $row->id, type => $row->Type, files => [],
            incoming => $asking{ lc $row->CreatorObj->Name } ? 1 : 0, text => '', html => '');
        while (my $part = $parts->Next) {
            if (length($part->Filename // '')) {
                push @{ $entry{files} }, { name => $part->Filename, type => $part->ContentType,
                    data => encode_base64($part->OriginalContent, '') };
            }
            elsif ($part->ContentType eq 'text/plain') { $entry{text} ||= $part->Content // '' }
            elsif ($part->ContentType eq 'text/html')  { $entry{html} ||= $part->Content // '' }
        }
        push @found, \%entry;
    }
    return \@found;
}

sub ticket {
    my %got = @_;
    my $ticket = load_ticket($got{ticket});
    my %fields;
    my $customs = $ticket->CustomFields;
    while (my $field = $customs->Next) {
        my @values = grep { length } map { $_->Content // '' }
          @{ $ticket->CustomFieldValues($field->id)->ItemsArrayRef };
        $fields{ $field->Name } = \@values if @values;
    }
    my ($requestor) = @{ $ticket->Requestors->UserMembersObj->ItemsArrayRef };
    return { subject => $ticket->Subject, status => $ticket->Status,
        owner => $ticket->OwnerObj->Name, queue => '' . $ticket->Queue,
        priority => '' . $ticket->Priority, fields => \%fields,
        requestor => $requestor ? $requestor->EmailAddress : '' };
}

sub seen {
    my %got = @_;
    my $ticket = load_ticket($got{ticket}, $got{who});
    my $rows = $ticket->Transactions;
    my @texts;
    while (my $row = $rows->Next) {
        my $parts = $row->Attachments;
        while (my $part = $parts->Next) { push @texts, $part->Content // '' }
    }
    return join "\n", @texts;
}
