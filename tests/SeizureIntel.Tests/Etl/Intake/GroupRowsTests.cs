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
