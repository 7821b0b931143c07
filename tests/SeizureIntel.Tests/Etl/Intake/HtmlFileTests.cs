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
        Assert.Equal("line_too_long", Received.CodeOf(() => Received.Text($"<html><table><tr><td title=\"{much}")));
        string wide = string.Concat(Enumerable.Repeat("<td>x", 1001));
        Assert.Equal("too_many_columns", Received.CodeOf(() => Received.Text($"<html><table><tr>{wide}<tr>{wide}</table>")));
        const string far = "<tr><td colspan=999999999>x<td>y";
        Assert.Equal("too_many_columns", Received.CodeOf(() => Received.Text($"<html><table>{far}{far}</table>")));
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
