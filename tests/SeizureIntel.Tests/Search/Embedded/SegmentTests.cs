using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Search.Embedded;

/// <summary>The blocks of columns in the index's file, as they are, as an older version wrote them, and damaged.</summary>
public sealed class SegmentTests : IDisposable
{
    // Version and checksum, behind which both versions are alike.
    private const int HeadBytes = 12;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-segments-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Compressed_segments_of_an_older_version_are_read_and_fed_further()
    {
        IReadOnlyList<Case> cases = IndexSample.Cases(60, seed: 3);
        using (EmbeddedIndex index = Open())
            await index.FeedAsync([.. cases.Take(40)], Stop);
        Change(block =>
        {
            using var packed = new MemoryStream();
            using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                zip.Write(BitConverter.GetBytes(1));
                zip.Write(block.AsSpan(HeadBytes));
            }

            return packed.ToArray();
        });
        using EmbeddedIndex again = Open();
        await again.FeedAsync([.. cases.Skip(40)], Stop);
        using EmbeddedIndex third = Open();

        int seizures = cases.Sum(c => c.Seizures.Count);
        var request = new SearchRequest { Query = SeizureQuery.All, Size = seizures };
        Assert.Equal(seizures, (await third.StateAsync(Reader.Owner, Stop)).Seizures);
        Assert.Equal(
            cases.SelectMany(c => c.Seizures).Select(s => s.Id.ToString()).Order(StringComparer.Ordinal),
            (await third.SearchAsync(Reader.Owner, request, Stop)).Hits.Select(h => h.Id.ToString()).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(0, "reindex")]
    [InlineData(5, "broken")]
    [InlineData(HeadBytes + 9, "broken")]
    [InlineData(-1, "broken")]
    public async Task A_changed_byte_says_what_to_do(int at, string words)
    {
        using (EmbeddedIndex index = Open())
            await index.FeedAsync(IndexSample.Cases(40, seed: 3), Stop);
        Change(block =>
        {
            block[at < 0 ? block.Length + at : at] ^= 0x10;
            return block;
        });
        using EmbeddedIndex again = Open();

        var told = await Assert.ThrowsAsync<IndexUnavailableException>(() => again.StateAsync(Reader.Owner, Stop));
        Assert.Contains(words, told.Message, StringComparison.Ordinal);
        Assert.Contains("reindex", told.Message, StringComparison.Ordinal);
    }

    private EmbeddedIndex Open() => IndexSample.Open(_folder.FullName);

    private void Change(Func<byte[], byte[]> change)
    {
        string path = Directory.EnumerateFiles(_folder.FullName, "index.db", SearchOption.AllDirectories).Single();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand read = connection.CreateCommand();
        read.CommandText = "SELECT content FROM segments";
        byte[] block = (byte[])read.ExecuteScalar()!;
        using SqliteCommand write = connection.CreateCommand();
        write.CommandText = "UPDATE segments SET content = $content";
        write.Parameters.AddWithValue("$content", change(block));
        Assert.Equal(1, write.ExecuteNonQuery());
    }
}
