using System;
using System.IO;
using System.IO.Compression;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Archives;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Storage;

public sealed class FileArchiveTests : SubmissionArchiveContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seizures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_first_line_names_columns_fingerprint_and_size()
    {
        await WriteAsync("sub-1", [new(2, ["a", "b", "c"])]);
        using var lines = new StreamReader(
            new GZipStream(File.OpenRead(Path.Combine(_folder, "archive", "sub-1.ndjson.gz")), CompressionMode.Decompress)
        );
        Assert.Equal(
            """{"submission":"sub-1","source":"unodc-ids","sha256":"sha-of-sub-1","size_bytes":123456789012,"received_at":"20"""
                + """24-05-17T08:30:15.123+00:00","columns":["one","two","three"]}""",
            await lines.ReadLineAsync(Stop)
        );
        Assert.Equal("""{"row":2,"cells":["a","b","c"]}""", await lines.ReadLineAsync(Stop));
    }

    [Fact]
    public async Task What_a_dead_process_left_behind_goes_and_what_is_being_written_stays()
    {
        string folder = Path.Combine(_folder, "archive"),
            left = Path.Combine(folder, "sub-0.ndjson.gz.99-1.part");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(left, "half a", Stop);
        await using (ArchiveEntry written = Open().Create(Samples.Submission("sub-1"), ["one"]))
        {
            new FileArchive(_folder).RemoveUnfinished();
            Assert.StartsWith("sub-1.ndjson.gz.", Path.GetFileName(Assert.Single(Directory.GetFiles(folder))), StringComparison.Ordinal);
            await written.CompleteAsync(Stop);
        }

        Assert.Equal(["sub-1.ndjson.gz"], Array.ConvertAll(Directory.GetFiles(folder), f => Path.GetFileName(f)));
    }

    [Fact]
    public void An_id_that_could_leave_the_folder_is_refused() =>
        Assert.Throws<ArgumentException>(() => Open().Create(Samples.Submission("../x"), []));

    protected override ISubmissionArchive Open() => new FileArchive(_folder);
}
