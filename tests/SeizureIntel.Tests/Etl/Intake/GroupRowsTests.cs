using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Intake;

public sealed class GroupRowsTests
{
    [Fact]
    public void What_stands_over_a_group_of_records_is_told_of_each()
    {
        using RawFile file = Received.Text(
            "No.;Date;Goods\nOffice: Delta;;\nMonth: January;;\n1;2024-01-02;tea\n2;2024-01-03;tea\nOffice: Beta;;\n3;2024-01-04;tea\n"
        );
        Assert.Equal(["No.", "Date", "Goods", "Office", "Month"], file.Columns);
        Assert.Equal(["1|2024-01-02|tea|Delta|January", "2|2024-01-03|tea|Delta|January", "3|2024-01-04|tea|Beta|"], Received.Rows(file));
        Assert.Equal(3, file.SkippedRows);
    }

    [Fact]
    public void A_group_without_a_label_is_known_by_numbers_where_it_stands()
    {
        using RawFile file = Received.Bytes(
            Received.Workbook(Received.Sheet("No.|Date|Goods", "Port of Delta", "1|2024-01-02|tea", "Port of Beta", "2|2024-01-03|tea"))
        );
        Assert.Equal(["No.", "Date", "Goods", "group"], file.Columns);
        Assert.Equal(["1|2024-01-02|tea|Port of Delta", "2|2024-01-03|tea|Port of Beta"], Received.Rows(file));
    }

    // The two offices come again in their column; the months stand there alone.
    [Fact]
    public void A_group_without_a_label_is_known_among_words_that_come_again()
    {
        using RawFile file = Received.Text(
            "Office;Date;Goods\nJanuary 2024;;\nDelta;2024-01-02;tea\nBeta;2024-01-03;tea\nFebruary 2024;;\nDelta;2024-02-02;tea\nBeta;2024-02-03;tea\n"
        );
        Assert.Equal(["Office", "Date", "Goods", "group"], file.Columns);
        Assert.Equal("Beta|2024-02-03|tea|February 2024", Received.Rows(file)[3]);
    }

    // Each sheet has its groups and its note below; the note of the first tells nothing of the second's records.
    [Fact]
    public void Groups_and_notes_are_those_of_their_own_sheet()
    {
        using RawFile file = Received.Bytes(
            Received.Workbook(
                Received.Sheet("No.|Day|Goods|Amount", "1|9 Feb|tea|3", "Office: Beta", "2|11 Feb|tea|4", "Source: Customs"),
                secondSheet: Received.Sheet("No.|Day|Goods|Amount", "Office: Delta", "1|2 Jan|tea|3", "2|3 Jan|tea|5", "Source: Customs"),
                isCover: true
            )
        );
        Assert.Equal(["No.", "Day", "Goods", "Amount", "sheet", "Office"], file.Columns);
        Assert.Equal(
            ["1|2 Jan|tea|3|Notes|Delta", "2|3 Jan|tea|5|Notes|Delta", "1|9 Feb|tea|3|Data|", "2|11 Feb|tea|4|Data|Beta"],
            Received.Rows(file)
        );
        // Two groups and two notes.
        Assert.Equal(4, file.SkippedRows);
    }

    // One note, a note on each page, a number of each page, and a month within a port: none is told of the records beneath.
    [Theory]
    [InlineData("1;2024-01-02;tea\nFigures provisional;;\n2;2024-01-03;tea\n", 1)]
    [InlineData("1;2024-01-02;tea\nGo on overleaf;;\n2;2024-01-03;tea\nGo on overleaf;;\n3;2024-01-03;tea\n", 2)]
    [InlineData("Page 1;;\n1;2024-01-02;tea\nPage 2;;\n2;2024-01-03;tea\n", 2)]
    [InlineData("Port of Delta;;\nJanuary;;\n1;2024-01-02;tea\nFebruary;;\n2;2024-02-03;tea\n", 3)]
    [InlineData("Delta;;\nJanuary;;\n1;2024-01-02;tea\nBeta;;\nJanuary;;\n2;2024-01-03;tea\n", 4)]
    [InlineData("Figures may change.;;\n1;2024-01-02;tea\nPrices may change.;;\n2;2024-01-03;tea\n", 2)]
    public void A_text_that_may_be_a_note_is_left_out_and_counted(string rows, int skipped)
    {
        using RawFile file = Received.Text($"No.;Date;Goods\n{rows}");
        Assert.Equal(["No.", "Date", "Goods"], file.Columns);
        Assert.All(Received.Rows(file), r => Assert.EndsWith("|tea", r, StringComparison.Ordinal));
        Assert.Equal(skipped, file.SkippedRows);
    }

    [Theory]
    [InlineData("Hamburg", "Bad Homburg")]
    [InlineData("PORT OF DELTA", "PORT OF BETA")]
    [InlineData("上海口岸", "天津口岸")]
    public void Texts_of_one_kind_are_groups(string one, string other)
    {
        using RawFile file = Received.Text($"No.;Date;Goods\n{one};;\n1;2024-01-02;tea\n{other};;\n2;2024-01-03;tea\n");
        Assert.Equal([$"1|2024-01-02|tea|{one}", $"2|2024-01-03|tea|{other}"], Received.Rows(file));
    }

    // Behind the first 200 rows another kind may end the group, or note something: what it was is not told.
    [Fact]
    public void A_later_text_of_another_kind_ends_the_group()
    {
        string many = string.Concat(Enumerable.Range(3, 200).Select(n => $"{n};2024-01-03;tea\n"));
        using RawFile file = Received.Text(
            $"No.;Date;Goods\nPort of Delta;;\n1;2024-01-02;tea\nPort of Beta;;\n2;2024-01-03;tea\n{many}North;;\n999;2024-01-04;tea\n"
        );
        string[] rows = Received.Rows(file);
        Assert.Equal("202|2024-01-03|tea|Port of Beta", rows[^2]);
        Assert.Equal("999|2024-01-04|tea|", rows[^1]);
        Assert.Equal(3, file.SkippedRows);
    }

    [Theory]
    [InlineData(1000, new[] { "No.", "Date", "Goods", "La", "Lb", "Lc", "Ld" })]
    [InlineData(4, new[] { "No.", "Date", "Goods", "La" })]
    public void No_more_columns_than_four_and_the_limit_come_of_labels(int most, string[] columns)
    {
        string rows = string.Concat("abcdef".Select((c, n) => $"L{c}: {n};;\n{n};2024-01-02;tea\n"));
        using RawFile file = Received.Text($"No.;Date;Goods\n{rows}", new IntakeOptions { MaxColumns = most });
        Assert.Equal(columns, file.Columns);
        Assert.Equal(6, Received.Rows(file).Length);
        Assert.Equal(6, file.SkippedRows);
    }

    // The second row cannot be read.
    [Fact]
    public void A_file_that_breaks_in_its_first_rows_is_closed()
    {
        using var opened = new MemoryStream([1]);
        var readAs = new Dictionary<string, string> { ["format"] = "csv" };
        var file = new RawFile(["No.", "Date", "Goods"], readAs, Broken(), new SkippedRowCount(), opened);
        Assert.Throws<UnreadableFileException>(() => GroupRows.Carry(file, 1000));
        Assert.False(opened.CanRead);
    }

    private static IEnumerable<RawRow> Broken()
    {
        yield return new RawRow(2, ["1", "2024-01-02", "tea"]);
        throw XlsxFile.Damaged();
    }

    [Fact]
    public void Notes_below_the_table_are_left_out_and_counted()
    {
        using RawFile file = Received.Text(
            "No.;Date;Goods\n1;2024-01-02;tea\n2;2024-01-03;tea\n\nSource: Customs;;\nFigures may change.;;\n"
        );
        Assert.Equal(["No.", "Date", "Goods"], file.Columns);
        Assert.Equal(2, Received.Rows(file).Length);
        Assert.Equal(3, file.SkippedRows);
    }

    // Where a record may begin with a word, a row of one word may be one that lost the rest.
    [Fact]
    public void A_row_of_one_cell_that_records_may_begin_with_stays()
    {
        using RawFile file = Received.Text("Office;Date;Goods\nDelta;2024-01-02;tea\nBeta;;\nDelta;2024-01-03;tea\n");
        Assert.Equal(["Delta|2024-01-02|tea", "Beta||", "Delta|2024-01-03|tea"], Received.Rows(file));
    }
}
