using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Api.Uploads;
using Xunit;

namespace SeizureIntel.Tests.App.Api.Uploads;

public sealed class UploadedBytesTests : IDisposable
{
    private const int Block = 1 << 16;

    private readonly string _folder = Directory.CreateTempSubdirectory("seizureintel-upload-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(Block, 0)]
    [InlineData(Block + 1, Block)]
    [InlineData((5 * Block) - 1, 2 * Block)]
    [InlineData((5 * Block) + 17, 3 * Block)]
    [InlineData((5 * Block) + 17, 100 * Block)]
    public async Task What_was_received_is_read_as_often_as_wanted(int length, int memory)
    {
        byte[] sent = Sent(length);
        await using UploadedBytes received = await UploadedBytes.ReceiveAsync(new Dribble(sent), memory, _folder, Stop);
        Assert.Equal(length, received.Length);
        for (int pass = 0; pass < 2; pass++)
        {
            received.Position = 0;
            using var read = new MemoryStream();
            await received.CopyToAsync(read, Stop);
            Assert.Equal(sent, read.ToArray());
        }
    }

    [Fact]
    public async Task Any_place_can_be_sought()
    {
        byte[] sent = Sent((4 * Block) + 99);
        await using UploadedBytes received = await UploadedBytes.ReceiveAsync(new MemoryStream(sent), Block, _folder, Stop);
        byte[] buffer = new byte[1000];
        foreach (int place in (int[])[3 * Block, 0, Block - 500, (2 * Block) - 1, (4 * Block) - 10, Block])
        {
            received.Seek(place - sent.Length, SeekOrigin.End);
            int read = received.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            Assert.Equal(sent.AsSpan(place, Math.Min(buffer.Length, sent.Length - place)), buffer.AsSpan(0, read));
        }
    }

    [Fact]
    public async Task Nothing_on_disk_has_a_name_or_can_be_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Skipped: only Linux shows what a process has open.");
        byte[] secret = Encoding.ASCII.GetBytes("passport 516893277 ");
        byte[] sent = [.. Enumerable.Repeat(secret, 3 * Block / secret.Length).SelectMany(b => b)];
        await using UploadedBytes received = await UploadedBytes.ReceiveAsync(new MemoryStream(sent), 0, _folder, Stop);

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
        FileInfo open = Directory
            .EnumerateFiles("/proc/self/fd")
            .Select(f => new FileInfo(f))
            .Single(f => f.LinkTarget is { } target && target.StartsWith(_folder, StringComparison.Ordinal));
        Assert.EndsWith(" (deleted)", open.LinkTarget, StringComparison.Ordinal);
        byte[] onDisk = await File.ReadAllBytesAsync(open.FullName, Stop);
        Assert.True(onDisk.Length >= sent.Length, $"{onDisk.Length} bytes on disk for {sent.Length} received.");
        Assert.Equal(-1, onDisk.AsSpan().IndexOf("passport"u8));
        Assert.Equal(-1, onDisk.AsSpan().IndexOf("516893277"u8));
    }

    [Fact]
    public async Task Two_uploads_of_the_same_bytes_are_sealed_differently()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Skipped: only Linux shows what a process has open.");
        byte[] sent = Sent(Block);
        await using UploadedBytes one = await UploadedBytes.ReceiveAsync(new MemoryStream(sent), 0, _folder, Stop),
            two = await UploadedBytes.ReceiveAsync(new MemoryStream(sent), 0, _folder, Stop);
        byte[][] onDisk =
        [
            .. Directory
                .EnumerateFiles("/proc/self/fd")
                .Where(f => new FileInfo(f).LinkTarget is { } target && target.StartsWith(_folder, StringComparison.Ordinal))
                .Select(File.ReadAllBytes),
        ];
        Assert.Equal(2, onDisk.Length);
        Assert.NotEqual(onDisk[0], onDisk[1]);
    }

    [Fact]
    public async Task A_sender_who_breaks_off_leaves_nothing_open()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Skipped: only Linux shows what a process has open.");
        await Assert.ThrowsAsync<IOException>(() =>
            UploadedBytes.ReceiveAsync(new Dribble(Sent(3 * Block), breaksOff: true), 0, _folder, Stop)
        );
        Assert.DoesNotContain(Directory.EnumerateFiles("/proc/self/fd"), f =>
            new FileInfo(f).LinkTarget is { } target && target.StartsWith(_folder, StringComparison.Ordinal)
        );
    }

    private static byte[] Sent(int length)
    {
        byte[] sent = new byte[length];
        new Random(7).NextBytes(sent);
        return sent;
    }

    // A network gives what it has, never what was asked for.
    private sealed class Dribble(byte[] sent, bool breaksOff = false) : MemoryStream(sent)
    {
        private const int Most = 4093;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (breaksOff && Position > Length / 2)
                throw new IOException("The sender has left.");
            return base.ReadAsync(buffer[..Math.Min(buffer.Length, Most)], cancellationToken);
        }
    }
}
