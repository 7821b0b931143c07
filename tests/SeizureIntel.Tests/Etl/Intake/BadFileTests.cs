using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using SeizureIntel.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Intake;

public sealed class BadFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("[]")]
    public void An_empty_file_is_refused(string text) => Assert.Equal("empty_file", Received.CodeOf(() => Received.Text(text)));

    [Fact]
    public void A_picture_named_csv_is_refused() =>
        Assert.Equal("image", Received.CodeOf(() => Received.Bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])));

    [Fact]
    public void A_zip_of_several_files_is_refused() =>
        Assert.Equal("zip_as_csv", Received.CodeOf(() => Received.Bytes(Received.Zip([("a.csv", "a,b\n1,2\n"), ("b.txt", "-")]))));

    [Fact]
    public void A_program_and_bytes_with_zeros_are_not_text()
    {
        Assert.Equal("not_text", Received.CodeOf(() => Received.Bytes([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])));
        Assert.Equal("not_text", Received.CodeOf(() => Received.Bytes([.. "a,b\n1,"u8, 0, 0, 7, .. "2\n"u8])));
    }

    [Fact]
    public void An_old_workbook_and_a_web_page_get_their_own_advice()
    {
        Assert.Equal("old_excel", Received.CodeOf(() => Received.Bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])));
        Assert.Equal("html_page", Received.CodeOf(() => Received.Text("<!doctype html><html><body>Log in</body></html>")));
    }

    [Theory]
    [InlineData("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n")]
    [InlineData("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n")]
    public void A_page_saved_with_its_parts_is_named(string text)
    {
        var refused = Assert.Throws<UnreadableFileException>(() => Received.Text(text));
        Assert.Contains("MHTML", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_columns_are_refused() =>
        Assert.Equal(
            "too_many_columns",
            Received.CodeOf(() => Received.Text(string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}")) + "\n1,2\n"))
        );

    [Fact]
    public void A_text_in_the_place_of_a_columns_name_is_refused() =>
        Assert.Equal("long_column_name", Received.CodeOf(() => Received.Text($"day,{new string('n', 1001)}\n1,2\n")));

    [Fact]
    public void A_line_of_two_gigabytes_is_refused_in_little_memory()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        using var endless = new RepeatedStream((byte)'x', 2L << 30);
        Assert.Equal("line_too_long", Received.CodeOf(() => FileIntake.Open(endless, "big.csv", new IntakeOptions())));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 50 << 20);
    }

    [Fact]
    public void A_cell_beyond_the_limit_is_refused_with_its_row_only()
    {
        string secret = new('s', 2 << 20);
        var refused = Assert.Throws<UnreadableFileException>(() => Received.Rows(Received.Text($"a,b\n1,2\n\"{secret}\",2\n")));
        Assert.Equal("line_too_long", refused.Code);
        Assert.Contains("Row 3", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sss", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_refused_with_its_row()
    {
        var refused = Assert.Throws<UnreadableFileException>(() => Received.Rows(Received.Text("a,b\n1,2\n\"open,2\n3,4\n")));
        Assert.Equal("unclosed_quote", refused.Code);
        Assert.Contains("row 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_row_without_letters_is_no_header() =>
        Assert.Equal("no_header", Received.CodeOf(() => Received.Text("1,2,3\n4,5,6\n")));

    [Fact]
    public void A_gzip_bomb_is_refused()
    {
        byte[] bomb = Received.Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("0,0\n", 6_000_000))));
        Assert.Equal("gzip_bomb", Received.CodeOf(() => Received.Rows(Received.Bytes(bomb))));
    }

    [Fact]
    public void A_truncated_workbook_is_refused()
    {
        byte[] whole = Received.Workbook("<row r=\"1\"><c t=\"inlineStr\"><is><t>a</t></is></c></row>");
        Assert.Equal("truncated_xlsx", Received.CodeOf(() => Received.Bytes(whole[..(whole.Length / 2)])));
    }

    [Fact]
    public void A_workbook_whose_sheet_breaks_off_is_refused()
    {
        byte[] whole = Received.Workbook(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row><row r=\"2\"><c><v>1</v></row>"
        );
        Assert.Equal("truncated_xlsx", Received.CodeOf(() => Received.Rows(Received.Bytes(whole))));
    }

    [Fact]
    public void A_workbook_bomb_is_refused_before_it_is_unpacked()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (Stream part = zip.CreateEntry("xl/workbook.xml").Open())
                part.Write("<workbook/>"u8);
            using Stream sheet = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 64; i++)
                sheet.Write(block);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("xlsx_bomb", Received.CodeOf(() => Received.Bytes(packed.ToArray())));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20 << 20);
    }

    [Fact]
    public void Entities_cannot_grow_in_a_workbook_or_in_xml()
    {
        const string Laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rows><row><v>&b;</v></row></rows>";
        Assert.Equal("bad_xml", Received.CodeOf(() => Received.Text(Laughs)));
    }

    [Fact]
    public void Broken_json_is_refused_without_quoting_it()
    {
        var refused = Assert.Throws<UnreadableFileException>(() => Received.Text("[{\"name\": \"Secret\" x}]"));
        Assert.Equal("bad_json", refused.Code);
        Assert.DoesNotContain("Secret", refused.Message, StringComparison.Ordinal);
        Assert.Equal("bad_json", Received.CodeOf(() => Received.Text("[[1,2],[3,4]]")));
        Assert.Equal("bad_json", Received.CodeOf(() => Received.Text("[{\"a\": 1}")));
    }

    /// <summary>The same byte again and again, as a file of any size.</summary>
    private sealed class RepeatedStream(byte value, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = (int)Math.Min(buffer.Length, length - Position);
            buffer[..read].Fill(value);
            Position += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => Position = offset;

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
