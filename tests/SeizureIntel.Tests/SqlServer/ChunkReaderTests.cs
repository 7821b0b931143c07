using System;
using System.Collections.Generic;
using SeizureIntel.Cases;
using SeizureIntel.SqlServer;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Storage;
using Xunit;

namespace SeizureIntel.Tests.SqlServer;

public sealed class ChunkReaderTests
{
    private readonly Submission _submission = Samples.Submission();

    [Fact]
    public void The_bulk_load_reads_each_row_and_forgets_the_one_before()
    {
        var buffer = new RowBuffer<SeizureRow>();
        Case full = Samples.Full(1, _submission);
        SeizureRows.Fill(buffer.Next(), full.Seizures[0], 7, 0);
        SeizureRows.Fill(buffer.Next(), Samples.Bare(2, _submission).Seizures[0], 8, 0);
        using SqlServerContext context = new SqlServerContextFactory().CreateDbContext([]);
        Table<SeizureRow> table = new Tables(context.Model).Seizures;
        using var reader = new ChunkReader<SeizureRow>(table, buffer.Rows);

        Assert.True(reader.Read());
        Assert.Equal(
            new Dictionary<string, object>
            {
                ["case_number"] = 7L,
                ["heading"] = "H08",
                ["quantity"] = "12345678901234567890.123456789",
                ["quantity_2"] = "0.0000000000000000001",
                ["exact_duplicate"] = 1L,
                ["serial_numbers"] = 3L,
            },
            Values(reader, "case_number", "heading", "quantity", "quantity_2", "exact_duplicate", "serial_numbers")
        );
        Assert.True(reader.Read());
        Assert.Equal(
            new Dictionary<string, object>
            {
                ["case_number"] = 8L,
                ["heading"] = DBNull.Value,
                ["quantity"] = DBNull.Value,
                ["exact_duplicate"] = 0L,
            },
            Values(reader, "case_number", "heading", "quantity", "exact_duplicate")
        );
        Assert.False(reader.Read());
    }

    [Fact]
    public void Days_are_sent_as_points_in_time_that_the_server_cuts()
    {
        var buffer = new RowBuffer<CaseRow>();
        CaseRows.Fill(buffer.Next(), Samples.Full(1, _submission), 1, 1);
        using SqlServerContext context = new SqlServerContextFactory().CreateDbContext([]);
        using var reader = new ChunkReader<CaseRow>(new Tables(context.Model).Cases, buffer.Rows);
        Assert.True(reader.Read());
        Assert.Equal(new DateTime(2024, 2, 29), reader["seizure_date"]);
        Assert.Equal(38.733333333333334, reader["latitude"]);
    }

    private static Dictionary<string, object> Values<TRow>(ChunkReader<TRow> reader, params string[] columns)
        where TRow : class
    {
        var values = new Dictionary<string, object>();
        foreach (string column in columns)
            values.Add(column, reader[column]);
        return values;
    }
}
