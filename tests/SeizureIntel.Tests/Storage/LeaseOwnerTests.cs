using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Storage.Keeping;
using Xunit;

namespace SeizureIntel.Tests.Storage;

public sealed class LeaseOwnerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void This_process_is_not_gone_and_reads_back_as_itself()
    {
        Assert.False(LeaseOwner.Current.IsGone);
        Assert.Equal(LeaseOwner.Current, LeaseOwner.Parse(LeaseOwner.Current.ToString()));
        Assert.Equal(LeaseOwner.Current, LeaseOwner.OfProcess(Environment.ProcessId));
    }

    [Fact]
    public void A_number_that_was_given_again_is_another_process() =>
        Assert.True((LeaseOwner.Current with { Started = LeaseOwner.Current.Started - 1 }).IsGone);

    [Fact]
    public void A_process_of_another_machine_is_never_known_to_be_gone() =>
        Assert.False(new LeaseOwner("elsewhere", int.MaxValue, 1).IsGone);

    [Theory]
    [InlineData("")]
    [InlineData("machine 12")]
    [InlineData("machine twelve 13")]
    [InlineData("machine 12 -13")]
    public void What_is_no_owner_is_none(string text) => Assert.Null(LeaseOwner.Parse(text));

    [Fact]
    public async Task A_process_is_there_until_it_ends()
    {
        using Process other = Sleeping.Start();
        LeaseOwner owner = LeaseOwner.OfProcess(other.Id)!;
        Assert.False(owner.IsGone);
        other.Kill();
        await other.WaitForExitAsync(Stop);
        Assert.True(owner.IsGone);
        Assert.Null(LeaseOwner.OfProcess(other.Id));
    }

    [Fact]
    public async Task A_process_that_its_parent_has_not_looked_at_yet_has_ended()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Skipped: only Linux keeps ended processes in its table.");
        // The shell has become a program that never asks for its child by the time that the child ends.
        using Process parent = Process.Start(
            new ProcessStartInfo("sh", ["-c", "sleep 1 & echo $!; exec sleep 60"]) { RedirectStandardOutput = true }
        )!;
        string child = (await parent.StandardOutput.ReadLineAsync(Stop))!;
        try
        {
            string stat = $"/proc/{child}/stat";
            for (int i = 0; i < 600 && !(await File.ReadAllTextAsync(stat, Stop)).Contains(") Z ", StringComparison.Ordinal); i++)
                await Task.Delay(50, Stop);
            Assert.Contains(") Z ", await File.ReadAllTextAsync(stat, Stop), StringComparison.Ordinal);
            Assert.Null(LeaseOwner.OfProcess(int.Parse(child, System.Globalization.CultureInfo.InvariantCulture)));
        }
        finally
        {
            parent.Kill();
        }
    }
}
