#!/usr/bin/perl
# SPDX-FileCopyrightText: Chevet contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Brings resources/translations up to what stands in the source, or tells where it is not.
# lupdate (Qt 6.4) loses the namespaces of a class that a file opens with "namespace a::b {", and writes a
# context that nobody looks up; here every context of the screens is given its namespace again. Translations
# are kept by context and source; what the source has lost goes.
#
# translations.pl LUPDATE update|check

use strict;
use warnings;
use File::Temp qw(tempdir);

my ($lupdate, $task) = @ARGV;
die "translations.pl LUPDATE update|check\n" unless defined $task && $task =~ /^(update|check)$/;

# file, where its texts stand, the namespace of contexts without one, whether only plurals are wanted
my @files = (
    ['screens_fr.ts', 'fr_FR', ['src/screens', 'ui'], 'chevet::screens::', 0],
    ['screens_en.ts', 'en',    ['src/screens', 'ui'], 'chevet::screens::', 1],
    ['workflow_fr.ts', 'fr_FR', ['src/workflow'], '', 0],
    ['commands_fr.ts', 'fr_FR', ['src/commands'], '', 0],
);
my $folder = 'resources/translations';
my $problems = 0;

sub content {
    my ($path) = @_;
    open(my $in, '<', $path) or die "$path: $!\n";
    local $/;
    return <$in>;
}

# In the file's order: [context, source, comment, plural or not, the whole <translation>].
sub messages {
    my ($text, $namespace) = @_;
    my @messages;
    while ($text =~ m{<context>\s*<name>(.*?)</name>(.*?)</context>}gs) {
        my ($context, $inside) = ($1, $2);
        $context = $namespace . $context if $namespace ne '' && $context !~ /::/;
        while ($inside =~ m{<message([^>]*)>(.*?)</message>}gs) {
            my ($attributes, $message) = ($1, $2);
            my ($source) = $message =~ m{<source>(.*?)</source>}s;
            my ($comment) = $message =~ m{<comment>(.*?)</comment>}s;
            my ($translation) = $message =~ m{(<translation.*?(?:</translation>|/>))}s;
            push @messages, [$context, $source, $comment // '', $attributes =~ /numerus/ ? 1 : 0, $translation // ''];
        }
    }
    return @messages;
}

sub isFinished {
    my ($translation, $plural) = @_;
    return 0 if $translation eq '' || $translation =~ /type="/;
    return $translation =~ m{<numerusform>[^<]+</numerusform>} && $translation !~ m{<numerusform></numerusform>} if $plural;
    return $translation =~ m{<translation>[^<]}s;
}

sub written {
    my ($language, @messages) = @_;
    my $text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n"
        . "<TS version=\"2.1\" language=\"$language\" sourcelanguage=\"en\">\n";
    my %contexts;
    push @{$contexts{$_->[0]}}, $_ for @messages;
    for my $context (sort keys %contexts) {
        $text .= "<context>\n    <name>$context</name>\n";
        for my $message (@{$contexts{$context}}) {
            my (undef, $source, $comment, $plural, $translation) = @$message;
            $text .= $plural ? "    <message numerus=\"yes\">\n" : "    <message>\n";
            $text .= "        <source>$source</source>\n";
            $text .= "        <comment>$comment</comment>\n" if $comment ne '';
            $text .= "        $translation\n    </message>\n";
        }
        $text .= "</context>\n";
    }
    return $text . "</TS>\n";
}

sub note {
    my ($what) = @_;
    print STDERR "$what\n";
    ++$problems;
}

my $scratch = tempdir(CLEANUP => 1);
for (@files) {
    my ($name, $language, $places, $namespace, $pluralsOnly) = @$_;
    my $fresh = "$scratch/$name";
    system("'$lupdate' @$places -ts '$fresh' -silent > '$scratch/told' 2>&1") == 0
        or die "lupdate failed: " . content("$scratch/told");
    my %kept = map { join("\0", @$_[0 .. 2]) => $_ } messages(content("$folder/$name"), '');
    my (@wanted, %seen);
    for my $message (messages(content($fresh), $namespace)) {
        my $key = join("\0", @$message[0 .. 2]);
        next if ($pluralsOnly && !$message->[3]) || $seen{$key}++;
        my $known = $kept{$key};
        my $translation = defined $known ? $known->[4] : '<translation type="unfinished"></translation>';
        note("$name: not translated: $message->[0]: $message->[1]")
            unless isFinished($translation, $message->[3]);
        push @wanted, [@$message[0 .. 3], $translation];
    }
    for my $key (sort keys %kept) {
        note("$name: no longer in the source: $kept{$key}[0]: $kept{$key}[1]") if $task eq 'check' && !$seen{$key};
    }
    if ($task eq 'update') {
        open(my $out, '>', "$folder/$name") or die "$folder/$name: $!\n";
        print $out written($language, @wanted);
        close($out) or die "$folder/$name: $!\n";
    }
}
exit($problems > 0 ? 1 : 0);
