using System;
using System.IO;
using System.Linq;
using System.Text;
using SeizureIntel.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Intake;

public sealed class HtmlFileTests
{
    private const string Names = "<tr><th>Case<th>Day<th>Goods<th>Amount</tr>";

    [Fact]
    public void Titles_merged_cells_days_and_two_tables_are_read_as_those_of_a_workbook()
    {
        using RawFile file = Received.Text(
            $"""
            <!DOCTYPE html><html><head><title>Export</title><style>td > b ::before "<table>"</style></head><body>
            <table class=menu><tr><td><a href="?a=1>2">Home</a><td>Log out</tr></table>
            <table border=1><caption>January</caption><tr><td colspan="4">Register of&nbsp;2025</td></tr>{Names}
            <tr><td rowspan=2>A/7</td><td>09/01/2025<td>Tea &amp; rice<br>from <b>Ceylon</b></td><td align=right>3,5</td></tr>
            <!-- <tr><td>hidden</td></tr> --><tr><td>01/02/2025</td><td>l&#146;or</td><td>&nbsp;</td></tr></table>
            <p>2</p><TABLE><CAPTION>February</CAPTION>{Names}<TR><TD>B/1</TD><TD>09/02/2025</TD><TD>tea</TD><TD>1.200,75</TD></TR></TABLE>
            </body></html>
            """
        );
        Assert.Equal(["Case", "Day", "Goods", "Amount", "sheet"], file.Columns);
        RawRow[] rows = [.. file.Rows];
        Assert.Equal(
            ["A/7|09/01/2025|Tea & rice\nfrom Ceylon|3,5|January", "A/7|01/02/2025|l’or||January", "B/1|09/02/2025|tea|1.200,75|February"],
            rows.Select(r => string.Join('|', r.Cells))
        );
        Assert.Equal([3, 4, 6], rows.Select(r => r.Number));
        Assert.Equal(("html", "2", ","), (file.ReadAs["format"], file.ReadAs["sheets"], file.ReadAs["decimal_separator"]));
    }

    [Theory]
    [InlineData("<table><tr><th>Day</th><th>Goods</th></tr><tr><td>9 Feb</td><td>tea</td></tr></table>")]
    [InlineData(
        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"x.dtd\"><html><table><tr><td>Day<td>Goods<tr><td>9 Feb<td>tea</table>"
    )]
    [InlineData("\r\n<meta charset=utf-8><table><thead><td>Day<td>Goods<tbody><td>9 Feb<td>tea</tbody></table>")]
    [InlineData("<html><body><table><tr><td>Day</td><td>Goods</td></tr><tr><td>9 Feb</td><td>tea</td></tr></body>")]
    [InlineData("<html><meta charset=\"utf-7\"><table><tr><td>Day<td>Goods<tr><td>9 Feb<td>tea</table></html>")]
    [InlineData("<html><table><tr><td><table><tr><td>Day<td>Goods<tr><td>9 Feb<td>tea</table></td></tr></table></html>")]
    public void A_table_is_read_whatever_stands_around_it_and_whichever_tags_are_left_out(string page)
    {
        using RawFile file = Received.Text(page);
        Assert.Equal(["Day", "Goods"], file.Columns);
        Assert.Equal(["9 Feb|tea"], Received.Rows(file));
    }

    [Fact]
    public void A_table_within_a_cell_is_not_the_cells()
    {
        using RawFile file = Received.Text(
            "<html><table><tr><th>Case<th>Day<th>Goods<th>kg</tr><tr><td>1<td>9 Feb<td>tea<table><tr><td>a<td>b<tr><td>c<td>d</table><td>3</tr>"
                + "<tr><td>2<td>9 Feb<td>rice<td>4</tr></table></html>"
        );
        Assert.Equal(["1|9 Feb|tea|3", "2|9 Feb|rice|4"], Received.Rows(file));
    }

    [Theory]
    [InlineData("windows-1251", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">", "Гашиш")]
    [InlineData("shift_jis", "<meta charset='shift_jis'>", "大麻")]
    [InlineData("utf-16", "", "Гашиш")]
    [InlineData("utf-8", "<meta charset=iso-8859-1>", "haschisch à l’étage")]
    public void The_encoding_is_that_of_the_mark_the_bytes_or_the_page(string name, string meta, string goods)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        string page = $"<html><head>{meta}</head><table><tr><td>Day<td>Goods<tr><td>9.2.<td>{goods}</table></html>";
        using RawFile file = Received.Bytes([.. name == "utf-16" ? encoding.GetPreamble() : [], .. encoding.GetBytes(page)]);
        Assert.Equal([$"9.2.|{goods}"], Received.Rows(file));
    }

    [Theory]
    [InlineData("<!doctype html><html><body>Log in</body></html>")]
    [InlineData(
        "<html><table><tr><td>User</td><td><input name=u></td></tr><tr><td>Password</td><td><input name=p></td></tr></table></html>"
    )]
    [InlineData("<html><table><tr><td>one</td><td>row</td></tr></table></html>")]
    [InlineData("<html><script>document.write('<table><tr><td>a<td>b<tr><td>c<td>d</table>')</script></html>")]
    [InlineData("<html><table><tr><td>User</td><td>")]
    public void A_page_without_a_table_of_two_rows_and_two_columns_is_refused(string page) =>
        Assert.Equal("html_page", Received.CodeOf(() => Received.Text(page)));

    [Fact]
    public void A_page_that_breaks_off_is_refused_without_quoting_it()
    {
        const string whole = "<html><table><tr><td>Day<td>Goods<tr><td>9 Feb<td>secret</table><!-- end --></html>";
        foreach (string end in new[] { "</table>", "ble>", "--></html>" })
        {
            var refused = Assert.Throws<UnreadableFileException>(() =>
                Received.Text(whole[..whole.LastIndexOf(end, StringComparison.Ordinal)])
            );
            Assert.Equal("truncated_html", refused.Code);
            Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_hundred_thousand_nested_tags_cost_little_and_as_many_nested_tables_are_refused()
    {
        static string Many(string tag) => string.Concat(Enumerable.Repeat(tag, 100_000));
        const string rows = "<tr><td>Day<td>Goods<tr><td>9 Feb<td>tea";
        using RawFile file = Received.Text($"<html>{Many("<div><b>")}<table>{rows}</table></html>");
        Assert.Equal(["9 Feb|tea"], Received.Rows(file));
        Assert.Equal("deep_html", Received.CodeOf(() => Received.Text($"<html>{Many("<table><tr><td>")}{rows}</html>")));
    }

    [Theory]
    [InlineData("</table>")]
    [InlineData("")]
    public void Tables_asked_for_in_their_order_cost_one_reading_even_if_none_is_closed(string end)
    {
        string page = string.Concat(Enumerable.Repeat($"<table><tr><td>Day<td>Goods</tr><tr><td>9 Feb<td>tea</tr>{end}", 50));
        int opened = 0;
        var options = new IntakeOptions();
        using var cursor = new HtmlCursor(() =>
        {
            opened++;
            return new HtmlWalk(new HtmlTokens(new StringReader(page), options), options);
        });
        Assert.All(Enumerable.Range(0, 50), table => Assert.Equal(2, cursor.RowsOf(table).Count()));
        Assert.Equal(1, opened);
    }

    [Fact]
    public void Cells_tags_and_rows_without_end_are_refused()
    {
        string much = new('s', 2 << 20);
        Assert.Equal("line_too_long", Received.CodeOf(() => Received.Text($"<html><table><tr><td>{much}")));
        string wide = string.Concat(Enumerable.Repeat("<td>x", 1001));
        Assert.Equal("too_many_columns", Received.CodeOf(() => Received.Text($"<html><table><tr>{wide}<tr>{wide}</table>")));
        const string far = "<tr><td colspan=999999999>x<td>y";
        Assert.Equal("too_many_columns", Received.CodeOf(() => Received.Text($"<html><table>{far}{far}</table>")));
    }

    // HTML Living Standard, 4.9.12: a cell does not go on beyond its group of rows. Without that "Case" would push the first record to the right, and
    // A/1 would stand for the second group's rows as well; 0 is the rest of the group.
    [Fact]
    public void A_cell_over_more_rows_than_its_group_has_ends_with_the_group()
    {
        using RawFile file = Received.Text(
            "<table><thead><tr><th rowspan=2>Case<th rowspan=3>Day<th colspan=2>Goods</tr><tr><th>Kind<th>Amount</tr></thead>"
                + "<tr><td rowspan=9>A/1<td>9 Feb<td>tea<td>3</tr><tr><td>9 Feb<td>rice<td>4</tr>"
                + "<tbody><tr><td rowspan=0><td>10 Feb<td>tea<td>5</tr><tr><td>11 Feb<td>tea<td>6</tr></tbody>"
                + "<tbody><tr><td>A/3<td>12 Feb<td>tea<td>7</tr></table>"
        );
        Assert.Equal(["Case", "Day", "Kind", "Amount"], file.Columns);
        Assert.Equal(["A/1|9 Feb|tea|3", "A/1|9 Feb|rice|4", "|10 Feb|tea|5", "|11 Feb|tea|6", "A/3|12 Feb|tea|7"], Received.Rows(file));
    }

    // HTML Living Standard, 13.2.5.43 to 13.2.5.51.
    [Theory]
    [InlineData("<!-- x --!>")]
    [InlineData("<!-->")]
    [InlineData("<!--->")]
    [InlineData("<!---->")]
    [InlineData("<!--!><td>x-->")]
    [InlineData("<!---!><td>x-->")]
    [InlineData("<!-- --!-><td>x-->")]
    [InlineData("<!-- - -- ! ><td>x--->")]
    public void A_comment_ends_where_browsers_end_it(string comment)
    {
        using RawFile file = Received.Text(
            $"{comment}<html>{comment}<table><tr><td>Day<td>Goods</tr><tr><td rowspan=2>9 Feb<td>tea</tr>{comment}</thead><tr><td>rice</tr></table></html>"
        );
        Assert.Equal(["9 Feb|tea", "9 Feb|rice"], Received.Rows(file));
    }

    // A picture of 4 MiB as data: URL before the table and in a cell, where a line has 1 MiB at most.
    [Fact]
    public void A_picture_within_an_attribute_is_passed_over_in_little_memory()
    {
        string picture = $"<img alt=x src='data:image/png;base64,{new string('A', 4 << 20)}' border=0>";
        byte[] page = Encoding.UTF8.GetBytes(
            $"<html>{picture}<table><tr><td>Day<td>Goods</tr><tr><td>{picture}9 Feb<td rowspan = \"2\">tea</tr><tr><td>10 Feb</tr></table></html>"
        );
        long before = GC.GetAllocatedBytesForCurrentThread();
        using RawFile file = Received.Bytes(page);
        Assert.Equal(["9 Feb|tea", "10 Feb|tea"], Received.Rows(file));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 << 20);
    }

    // As Google Sheets publishes a sheet: letters above, numbers before the rows; and a note to a cell as LibreOffice writes it.
    [Fact]
    public void The_frame_of_a_spreadsheet_and_notes_to_cells_are_no_part_of_its_table()
    {
        using RawFile file = Received.Text(
            "<html><table><thead><tr><th></th><th>A</th><th>B</th><th>C</th></tr></thead><tbody>"
                + "<tr><th>1</th><td>Day</td><td>Goods</td><td>Amount</td></tr><tr><th>2</th><td>9 Feb</td><td><comment>a note</comment>tea</td><td>3</td></tr>"
                + "<tr><th>3</th><td>10 Feb</td><td>rice</td><td>4</td></tr></tbody></table></html>"
        );
        Assert.Equal(["Day", "Goods", "Amount"], file.Columns);
        Assert.Equal(["9 Feb|tea|3", "10 Feb|rice|4"], Received.Rows(file));
    }

    [Theory]
    [InlineData("body")]
    [InlineData("table")]
    [InlineData("head")]
    [InlineData("form")]
    public void An_xml_whose_root_is_called_like_a_part_of_a_page_is_none(string root)
    {
        using RawFile file = Received.Text(
            $"<{root}><case><day>9 Feb</day><goods>tea</goods></case><case><day>10 Feb</day><goods>rice</goods></case></{root}>"
        );
        Assert.Equal("xml", file.ReadAs["format"]);
        Assert.Equal(["9 Feb|tea", "10 Feb|rice"], Received.Rows(file));
    }

    [Theory]
    [InlineData("<body><form><p>User</p><p>Password</p></form></body>")]
    [InlineData("<div><p>Log in</p><p>Go on</p></div>")]
    public void A_part_of_a_page_without_a_table_is_refused_though_it_is_xml(string page) =>
        Assert.Equal("html_page", Received.CodeOf(() => Received.Text(page)));

    [Fact]
    public void A_table_far_below_the_beginning_of_a_page_without_its_frame_is_found()
    {
        using RawFile file = Received.Text(
            $"<style>{new string(' ', 8000)}</style><table><tr><td>Day<td>Goods<tr><td>9 Feb<td>tea</table>"
        );
        Assert.Equal(["9 Feb|tea"], Received.Rows(file));
    }

    [Fact]
    public void A_document_type_with_entities_is_a_page_like_others()
    {
        using RawFile file = Received.Text(
            "<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]><html><table><tr><td>Day<td>Goods<tr><td>&b;<td>tea</table></html>"
        );
        Assert.Equal(["&b;|tea"], Received.Rows(file));
    }
}
