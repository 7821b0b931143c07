using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Intake;

public sealed class XlsFileTests
{
    // The file was written by xlwt 1.3.0. Its numbers of days by Python's datetime(1899, 12, 30) + days: 45666 is 2025-01-09, 45658 is 2025-01-01 and
    // shown as Jan-25, 45697.75 is 2025-02-09 at 18:00, 45698 the day after.
    [Fact]
    public void Titles_merged_cells_days_and_two_sheets_are_read_as_those_of_other_workbooks()
    {
        using FileStream bytes = Register();
        using RawFile file = FileIntake.Open(bytes, "old.xls", new IntakeOptions());
        Assert.Equal(["Case", "Day", "Goods", "Amount", "sheet"], file.Columns);
        RawRow[] rows = [.. file.Rows];
        Assert.Equal(
            [
                "A/7|2025-01-09|tea|3|January",
                "A/7|2025-01|rice|4.5|January",
                "B/1|2025-02-09T18:00:00|tea|2|February",
                "B/2|2025-02-10|tea|0.00001|February",
            ],
            rows.Select(r => string.Join('|', r.Cells))
        );
        Assert.Equal([3, 4, 7, 8], rows.Select(r => r.Number));
        Assert.Equal(("xls", "2", "2"), (file.ReadAs["format"], file.ReadAs["sheets"], file.ReadAs["header_row"]));
    }

    [Fact]
    public void A_sheet_that_is_named_is_read_though_it_is_hidden()
    {
        using FileStream bytes = Register();
        using RawFile named = FileIntake.Open(bytes, "old.xls", new IntakeOptions { Sheet = "codes" });
        Assert.Equal("Codes", named.ReadAs["sheet"]);
        Assert.Equal("no_sheet", Received.CodeOf(() => FileIntake.Open(bytes, "old.xls", new IntakeOptions { Sheet = "Absent" })));
    }

    // [MS-CFB] 2.2: bytes 68 to 71 name the first sector of the list of lists; its last four bytes name the next one, here itself.
    [Fact]
    public void A_workbook_whose_list_of_sectors_bites_its_tail_is_refused_in_little_memory()
    {
        byte[] bytes = Whole();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(68), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan((512 * 3) - 4), 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("old_excel", Received.CodeOf(() => Received.Bytes(bytes)));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    // [MS-XLS] 2.4.90: sheets January and February say that they have 4 rows and 4 columns; 65,536 and 256 are the most.
    [Theory]
    [InlineData(65_537, 4, 1, "xls_bomb")]
    [InlineData(1_627_419_648, 4, 1, "xls_bomb")]
    [InlineData(4, 257, 1, "xls_bomb")]
    [InlineData(65_536, 256, 2, "xls_bomb")]
    [InlineData(65_536, 256, 1, null)]
    [InlineData(65_536, 4, 2, null)]
    public void What_a_sheet_says_of_its_size_is_held_against_the_format_and_the_bytes(int rows, int columns, int sheets, string? refused)
    {
        byte[] bytes = Whole();
        byte[] said = [0x00, 0x02, 14, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 4, 0];
        for (int i = 0; i < sheets; i++)
        {
            Span<byte> record = bytes.AsSpan(bytes.AsSpan().IndexOf(said));
            BinaryPrimitives.WriteInt32LittleEndian(record[8..], rows);
            BinaryPrimitives.WriteUInt16LittleEndian(record[14..], (ushort)columns);
        }

        if (refused is not null)
        {
            Assert.Equal(refused, Received.CodeOf(() => Received.Bytes(bytes)));
            return;
        }

        using RawFile file = Received.Bytes(bytes);
        Assert.Equal(4, file.Rows.Count());
    }

    private static byte[] Whole() => File.ReadAllBytes(RegisterPath);

    private static FileStream Register() => File.OpenRead(RegisterPath);

    private static string RegisterPath =>
        Path.Combine(Architecture.House.Root, "tests", "SeizureIntel.Tests", "Etl", "Intake", "old_register.xls");
}
