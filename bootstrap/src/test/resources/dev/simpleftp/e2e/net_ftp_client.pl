# Drives Net::FTP: net_ftp_client.pl HOST PORT active|passive USER PASSWORD none, a step a line on stdin.
use strict;
use warnings;
use Net::FTP;

my ($host, $port, $mode, $user, $password) = @ARGV;
my $ftp = Net::FTP->new($host, Port => $port, Passive => $mode eq 'passive', Timeout => 30)
  or die "cannot connect: $@";

sub check { $_[0] or die 'refused: ' . $ftp->code . ' ' . $ftp->message }

# NLST puts the path that it was given in front of the names.
sub list {
  my ($folder) = @_;
  print map { s{^\Q$folder\E/}{}r . "\n" } $ftp->ls($folder eq '' ? () : $folder);
}

sub get {
  my ($remote, $local) = @_;
  check($ftp->get($remote, $local));
  my $time = $ftp->mdtm($remote);
  check(defined $time);
  utime($time, $time, $local) or die "$local: $!";
}

sub put {
  my ($local, $remote, $offset) = @_;
  open(my $file, '<:raw', $local) or die "$local: $!";
  seek($file, $offset, 0);
  $ftp->restart($offset) if $offset;
  check($ftp->put($offset ? $file : $local, $remote));
}

sub abort_get {
  my $data = $ftp->retr($_[0]) or check(0);
  $data->read(my $some, 100_000);
  $ftp->abort;
  $ftp->response if $ftp->code == 426;
}

sub abort_put {
  my $data = $ftp->stor($_[0]) or check(0);
  $data->write('x' x 100_000, 100_000);
  $ftp->abort;
  $ftp->response if $ftp->code == 426;
}

my %steps = (
  list => \&list,
  get => \&get,
  get_matching => sub { get($_, $_) for $ftp->ls($_[0]) },
  resume_get => sub { check($ftp->get($_[0], $_[1], $_[2])) },
  put => \&put,
  resume_put => \&put,
  abort_get => \&abort_get,
  abort_put => \&abort_put,
  rename => sub { check($ftp->rename($_[0], $_[1])) },
  delete => sub { check($ftp->delete($_[0])) },
  mkdir => sub { check(defined $ftp->mkdir($_[0])) },
  rmdir => sub { check($ftp->rmdir($_[0])) },
  chmod => sub { check($ftp->site('CHMOD', $_[1], $_[0]) == 2) },
  put_unique => sub { check(defined $ftp->put_unique($_[0], $_[0])) },
);

check($ftp->login($user, $password));
check($ftp->binary);
while (my $line = <STDIN>) {
  chomp $line;
  my ($kind, @rest) = split /\t/, $line, -1;
  $steps{$kind}->(@rest);
}
check($ftp->quit);
