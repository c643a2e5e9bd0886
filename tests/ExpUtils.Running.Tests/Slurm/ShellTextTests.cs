using System.Diagnostics;
using SharedSource.Slurm;

namespace ExpUtils.Running.Tests.Slurm;

public sealed class ShellTextTests
{
    [TestCase("plain-1.0/x", "plain-1.0/x")]
    [TestCase("", "''")]
    [TestCase("two words", "'two words'")]
    [TestCase("it's", "'it'\\''s'")]
    [TestCase("$(rm -rf /)", "'$(rm -rf /)'")]
    [TestCase("A=b", "'A=b'")]
    public void Quote_Word_IsSafe(string word, string expected) => ShellText.Quote(word).Should().Be(expected);

    [Test]
    public void Join_HostileWords_ComeBackFromARealShell()
    {
        string[] words =
            ["a b", "`id`", "$HOME", "!x", "\\", "\"", "'", "'';touch /x;'", "line\nbreak", "\t", "*", "~", "~root", "{a,b}", "<in", "&", "#c", "é", "-n", "a=b", "[x]", ";", "|"];
        var start = new ProcessStartInfo("/bin/bash", ["-c", $"printf '%s\\0' {ShellText.Join(words)}"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var shell = Process.Start(start)!;
        string text = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        text.Split('\0')[..^1].Should().Equal(words);
    }

    [Test]
    public void Quote_ZeroCharacter_IsRefused() =>
        FluentActions.Invoking(() => ShellText.Quote("a\0b")).Should().Throw<ArgumentException>().WithMessage("*zero character*");
}
