using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Storage;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What every archive must do.</summary>
public abstract class SubmissionArchiveContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An archive on the test's own empty place; each call opens another one on the same place.</summary>
    protected abstract ISubmissionArchive Open();

    [Fact]
    public async Task Rows_come_back_in_order_and_to_the_letter()
    {
        ArchivedRow[] rows = [new(2, ["a", "", "é \"漢\" \\ \u2028\n;\t🚢"]), new(3, []), new(7, ["<b>", "'"])];
        await WriteAsync("sub-1", rows);
        List<ArchivedRow> back = await ReadAsync("sub-1");
        Assert.Equal(3, back.Count);
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(rows[i].Row, back[i].Row);
            Assert.Equal(rows[i].Cells, back[i].Cells);
        }
    }

    [Fact]
    public async Task A_submission_that_is_not_there_has_no_rows()
    {
        Assert.Empty(await ReadAsync("sub-1"));
        Assert.Empty(await ReadAsync("../sub-1"));
        Assert.Empty(await ReadAsync(""));
    }

    [Fact]
    public async Task The_columns_come_back_with_the_rows()
    {
        await using (ArchiveEntry entry = Open().Create(Samples.Submission(), ["case_ref", "país", "国家"]))
        {
            Assert.Empty(await Open().ColumnsAsync("sub-1", Stop));
            await entry.CompleteAsync(Stop);
        }

        Assert.Equal(["case_ref", "país", "国家"], await Open().ColumnsAsync("sub-1", Stop));
        Assert.Empty(await Open().ColumnsAsync("../sub-1", Stop));
    }

    [Fact]
    public async Task Nothing_is_visible_before_completion_and_nothing_remains_without_it()
    {
        await using (ArchiveEntry entry = Open().Create(Samples.Submission(), ["c"]))
        {
            entry.Append(new(2, ["x"]));
            Assert.Empty(await ReadAsync("sub-1"));
        }

        Assert.Empty(await ReadAsync("sub-1"));
    }

    [Fact]
    public async Task An_unfinished_second_entry_leaves_the_first_whole()
    {
        await WriteAsync("sub-1", [new(2, ["first"])]);
        await using (ArchiveEntry entry = Open().Create(Samples.Submission(), ["c"]))
            entry.Append(new(2, ["second"]));
        Assert.Equal(["first"], (await ReadAsync("sub-1"))[0].Cells);
    }

    [Fact]
    public async Task Two_entries_of_one_submission_at_once_do_not_mix()
    {
        await using ArchiveEntry one = Open().Create(Samples.Submission(), ["c"]);
        await using ArchiveEntry two = Open().Create(Samples.Submission(), ["c"]);
        for (int i = 0; i < 20_000; i++)
        {
            one.Append(new(i, ["one"]));
            two.Append(new(i, ["two"]));
        }

        await one.CompleteAsync(Stop);
        await two.CompleteAsync(Stop);
        List<ArchivedRow> rows = await ReadAsync("sub-1");
        Assert.Equal(20_000, rows.Count);
        Assert.All(rows, r => Assert.Equal("two", r.Cells[0]));
    }

    protected async Task WriteAsync(string id, IReadOnlyList<ArchivedRow> rows)
    {
        await using ArchiveEntry entry = Open().Create(Samples.Submission(id), ["one", "two", "three"]);
        foreach (ArchivedRow row in rows)
            entry.Append(row);
        await entry.CompleteAsync(Stop);
    }

    protected async Task<List<ArchivedRow>> ReadAsync(string id)
    {
        var rows = new List<ArchivedRow>();
        await foreach (ArchivedRow row in Open().ReadAsync(id, Stop))
            rows.Add(row);
        return rows;
    }
}
