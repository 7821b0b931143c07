using System;
using System.IO;
using System.Linq;
using System.Text;
using SeizureIntel.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Intake;

public sealed class DelimitedFileTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", ",")]
    [InlineData("a;b\n1,5;2\n3,5;4\n", ";")]
    [InlineData("a\tb\n1\t2\n", "\t")]
    [InlineData("a|b\n1|2\n", "|")]
    [InlineData("sep=;\r\na;b\r\n1;2\r\n", ";")]
    public void The_delimiter_is_found_out(string text, string delimiter)
    {
        using RawFile file = Received.Text(text);
        Assert.Equal(delimiter, file.ReadAs["delimiter"]);
        Assert.Equal(["a", "b"], file.Columns);
        Assert.Equal(2, file.Rows.First().Number);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("\uFEFFa,b\n1,2\n3,4\n")]
    public void Any_line_end_and_a_byte_order_mark_give_the_same_rows(string text)
    {
        using RawFile file = Received.Text(text);
        Assert.Equal(["a", "b"], file.Columns);
        Assert.Equal(["1|2", "3|4"], Received.Rows(file));
    }

    [Fact]
    public void Quoted_cells_hold_delimiters_quotes_and_line_breaks()
    {
        using RawFile file = Received.Text("a,b,c\n\"x, y\",\"he said \"\"no\"\"\",\"two\nlines\"\n1,,\"\"\n");
        Assert.Equal(["x, y|he said \"no\"|two\nlines", "1||"], Received.Rows(file));
    }

    [Fact]
    public void A_quote_inside_a_cell_and_text_after_a_closing_quote_stay_as_written()
    {
        using RawFile file = Received.Text("a,b\npipe 5\" long,x\n\"Big\" cigars,y\n");
        Assert.Equal(["pipe 5\" long|x", "Big cigars|y"], Received.Rows(file));
    }

    [Fact]
    public void Blank_rows_are_skipped_and_counted_and_keep_their_numbers()
    {
        using RawFile file = Received.Text("a,b\n1,2\n\n , \n3,4\n");
        Assert.Equal([2, 5], file.Rows.Select(r => r.Number).ToArray());
        Assert.Equal(2, file.SkippedRows);
    }

    [Fact]
    public void A_row_that_does_not_fit_the_header_comes_out_as_it_is()
    {
        using RawFile file = Received.Text("a,b,c\n1,2\n1,2,3,4\n1,2,3\n");
        Assert.Equal([2, 4, 3], file.Rows.Select(r => r.Cells.Count).ToArray());
    }

    [Fact]
    public void Blank_and_repeated_names_are_numbered()
    {
        using RawFile file = Received.Text(" Name ,,name,Name_2,\"two\nlines\"\n1,2,3,4,5\n");
        Assert.Equal(["Name", "column_2", "name_3", "Name_2", "two lines"], file.Columns);
    }

    [Fact]
    public void A_title_above_the_header_is_passed_over_and_row_numbers_stay_the_spreadsheets()
    {
        using RawFile file = Received.Text("Seizures 2020;;\n\nDate;Drug;Amount\n2020-01-01;X;1\n2020-01-02;Y;2\n");
        Assert.Equal("3", file.ReadAs["header_row"]);
        Assert.Equal(["Date", "Drug", "Amount"], file.Columns);
        Assert.Equal(4, file.Rows.First().Number);
    }

    [Theory]
    [InlineData("a;b\n1,5;x\n2,25;y\n", ",")]
    [InlineData("a;b\n1.5;x\n2.25;y\n", ".")]
    [InlineData("a;b\n1,234;x\n2,500;y\n", ".")]
    [InlineData("a;b\n1.234,5;x\n", ",")]
    [InlineData("a;b\n01.02.2020;x\n", ".")]
    public void The_decimal_separator_is_found_out_where_it_shows(string text, string separator)
    {
        using RawFile file = Received.Text(text);
        Assert.Equal(separator, file.ReadAs["decimal_separator"]);
    }

    [Fact]
    public void Old_western_encoding_is_recognised_and_recorded()
    {
        // CÓDIGO, Bogotá, Peña in ISO 8859-1: D3, E1, F1.
        using RawFile file = Received.Bytes(Encoding.Latin1.GetBytes("CÓDIGO,LUGAR\n1,Bogotá\n2,Peña\n"));
        Assert.Equal("windows-1252", file.ReadAs["encoding"]);
        Assert.Equal(["CÓDIGO", "LUGAR"], file.Columns);
        Assert.Equal(["1|Bogotá", "2|Peña"], Received.Rows(file));
    }

    // In no encoding known are all three letters of a language.
    [Fact]
    public void An_encoding_that_cannot_be_told_is_refused_unless_it_is_stated()
    {
        byte[] bytes = [.. "a,b\n1,x"u8, 0xd7, (byte)'y', 0xf7, (byte)'z', 0xb1, .. "w\n"u8];
        Assert.Equal("wrong_encoding", Received.CodeOf(() => Received.Bytes(bytes)));
        using RawFile file = Received.Bytes(bytes, new IntakeOptions { Encoding = "windows-1251" });
        Assert.Equal(["1|xЧyчz±w"], Received.Rows(file));
    }

    [Fact]
    public void Groups_over_several_names_are_no_names_of_their_own()
    {
        using RawFile file = Received.Text(
            "Office of Customs\n;Seizure;;Goods;;;Remarks\nRef;Date;Port;Kind;Amount;Unit;\n1;2024-01-02;Delta;tea;3;kg;x\n2;2024-01-03;Delta;tea;4;kg;y\n"
        );
        Assert.Equal(["Ref", "Date", "Port", "Kind", "Amount", "Unit", "Remarks"], file.Columns);
        Assert.Equal("1|2024-01-02|Delta|tea|3|kg|x", Received.Rows(file)[0]);
    }

    [Fact]
    public void Names_below_a_row_that_is_fuller_than_they_are_belong_to_it()
    {
        using RawFile file = Received.Text(
            "Ref;Date;Port;Goods;;;Remarks\n;;;Kind;Amount;Unit;\n1;2024-01-02;Delta;tea;3;kg;x\n2;2024-01-03;Delta;tea;4;kg;y\n"
        );
        Assert.Equal(["Ref", "Date", "Port", "Kind", "Amount", "Unit", "Remarks"], file.Columns);
        Assert.Equal(["1|2024-01-02|Delta|tea|3|kg|x", "2|2024-01-03|Delta|tea|4|kg|y"], Received.Rows(file));
    }

    [Fact]
    public void A_name_that_several_groups_have_is_told_by_its_group()
    {
        using RawFile file = Received.Text("Ref;Sent from;;Sent to;\n;Country;Town;Country;Town\n1;NL;Delft;BE;Mons\n2;NL;Delft;BE;Mons\n");
        Assert.Equal(["Ref", "Sent from / Country", "Sent from / Town", "Sent to / Country", "Sent to / Town"], file.Columns);
    }

    [Fact]
    public void A_first_record_of_words_is_no_second_row_of_names()
    {
        using RawFile file = Received.Text("Ref;Kind;;Port;\nA;tea;green;Delta;x\nB;tea;;Delta;y\n");
        Assert.Equal(["Ref", "Kind", "column_3", "Port", "column_5"], file.Columns);
        Assert.Equal(2, Received.Rows(file).Length);
    }

    [Fact]
    public void Utf_16_with_a_mark_is_read()
    {
        byte[] body = Encoding.Unicode.GetBytes("a\tb\nж\t2\n");
        using RawFile file = Received.Bytes([0xff, 0xfe, .. body]);
        Assert.Equal(["ж|2"], Received.Rows(file));
    }

    [Fact]
    public void A_gzip_file_is_unpacked_once()
    {
        byte[] packed = Received.Gzip(Encoding.UTF8.GetBytes("a,b\n1,2\n"));
        using RawFile file = Received.Bytes(packed);
        Assert.Equal("gzip", file.ReadAs["compression"]);
        Assert.Equal(["1|2"], Received.Rows(file));
        Assert.Equal("not_text", Received.CodeOf(() => Received.Bytes(Received.Gzip(packed))));
        Assert.Equal("truncated_gzip", Received.CodeOf(() => Received.Rows(Received.Bytes(packed[..20]))));
    }

    [Fact]
    public void A_cell_longer_than_the_buffer_arrives_whole()
    {
        string longCell = new('x', 200_000);
        using RawFile file = Received.Text($"a,b\n{longCell},\"{longCell}\"\"q\"\n1,2\n");
        RawRow[] rows = [.. file.Rows];
        Assert.Equal(longCell, rows[0].Cells[0]);
        Assert.Equal(longCell + "\"q", rows[0].Cells[1]);
        Assert.Equal("2", rows[1].Cells[1]);
    }

    [Fact]
    public void Cells_are_the_same_wherever_the_blocks_of_the_buffer_end()
    {
        // 40 000 records whose lengths drift against any block size; every cell is told from its number.
        var text = new StringBuilder("n,q\r\n");
        for (int i = 0; i < 40_000; i++)
            text.Append(i).Append(",\"").Append('é', i % 7).Append("\"\"\r\n").Append(i).Append("\"\r\n");
        using RawFile file = Received.Text(text.ToString());
        int n = 0;
        foreach (RawRow row in file.Rows)
        {
            Assert.Equal(n.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Cells[0]);
            Assert.Equal($"{new string('é', n % 7)}\"\r\n{n}", row.Cells[1]);
            n++;
        }

        Assert.Equal(40_000, n);
    }

    [Fact]
    public void A_single_column_is_a_table_too()
    {
        using RawFile file = Received.Text("week\n12\n13\n");
        Assert.Equal(["week"], file.Columns);
        Assert.Equal(2, file.Rows.Count());
    }

    [Fact]
    public void Three_years_of_the_real_file_are_read_in_little_memory()
    {
        string? path = Received.Shared("unodc_ids_2011_2016/dev_2011_2013.csv.gz");
        Assert.SkipWhen(path is null, Received.Skip);
        using FileStream stream = File.OpenRead(path);
        long before = GC.GetAllocatedBytesForCurrentThread();
        using RawFile file = FileIntake.Open(stream, "dev_2011_2013.csv.gz", new IntakeOptions());
        int rows = 0;
        int unfit = 0;
        foreach (RawRow row in file.Rows)
        {
            rows++;
            if (row.Cells.Count != 16)
                unfit++;
        }

        // 84 641 rows: the folder's own description. A row needs 16 references, its array and itself, about 230 bytes; most cells repeat.
        Assert.Equal(84_641, rows);
        Assert.Equal(0, unfit);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 84_641L * 500);
    }

    [Fact]
    public void Bare_carriage_returns_of_a_real_file_end_its_rows()
    {
        string? path = Received.Shared("reference/lemis/Taxalist_reviewed.csv");
        Assert.SkipWhen(path is null, Received.Skip);
        using FileStream stream = File.OpenRead(path);
        using RawFile file = FileIntake.Open(stream, "Taxalist_reviewed.csv", new IntakeOptions());
        Assert.True(file.Columns.Count > 1);
        Assert.True(file.Rows.Count() > 1000);
    }
}
