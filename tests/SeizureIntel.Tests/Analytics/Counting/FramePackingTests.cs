using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Queries;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Counting;

public sealed class FramePackingTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    [InlineData(70_000)]
    public void A_packed_column_holds_the_values_of_every_seizure(int different)
    {
        var random = new Random(different);
        // Engines number codes as they meet them.
        string[] names = [.. Enumerable.Range(0, different).Select(i => "C" + ((i * 7919) % 100_003)).Distinct()];
        List<int[]> expected = [];
        var builder = new FrameColumnBuilder();
        for (int batch = 0; batch < 3; batch++)
        {
            List<int[]> rows =
            [
                .. Enumerable
                    .Range(0, 2 * different)
                    .Select(_ => Enumerable.Range(0, 1 + random.Next(3)).Select(_ => random.Next(names.Length)).ToArray()),
            ];
            var ends = new List<int> { 0 };
            foreach (int[] row in rows)
                ends.Add(ends[^1] + row.Length);
            builder.Add(new SeizureColumn("field", names, ends.ToArray(), rows.SelectMany(r => r).ToArray()), rows.Count);
            expected.AddRange(rows);
        }

        FrameColumn column = builder.Build();

        Assert.Equal(column.Values.Order(StringComparer.Ordinal), column.Values);
        Assert.Equal(expected.SelectMany(r => r).Distinct().Count(), column.Values.Count);
        for (int row = 0; row < expected.Count; row++)
        {
            Assert.Equal(expected[row].Select(v => names[v]), column.Of(row).ToArray().Select(v => column.Values[v]));
            Assert.Equal(names[expected[row][0]], column.FirstCode(row));
            Assert.True(column.HasKnown(row));
        }
    }

    [Fact]
    public void A_case_sent_again_in_another_file_is_the_case_it_was()
    {
        FrameColumn reporter = Column("DE", "DE", "DE", "FR", "DE", "NOT_STATED"),
            files = Column("A", "B", "B", "B", "B", "B");
        int[] days = [1, 1, 2, 1, 1, 1],
            cases = [0, 1, 2, 3, 4, 5];
        var repeated = new RepeatedCases();
        repeated.Add(["R1", "R1", "R1", "R1"], 4);
        repeated.Add([null, "R1"], 2);

        repeated.Join(files, reporter, days, cases);

        // The second alone has reporter, day and reference of the first.
        Assert.Equal([0, 0, 2, 3, 4, 5], cases);
    }

    [Fact]
    public void Within_one_file_references_tell_nothing()
    {
        int[] cases = [0, 1];
        var repeated = new RepeatedCases();
        repeated.Add(["R1", "R1"], 2);

        repeated.Join(Column("A", "A"), Column("DE", "DE"), [1, 1], cases);

        Assert.Equal([0, 1], cases);
    }

    [Fact]
    public void Cases_are_numbered_as_they_come_whatever_their_numbers()
    {
        var numbers = new List<int>();
        var cases = new CaseNumbers();

        cases.Add([7, 7, -3, 0], numbers);
        cases.Add([int.MaxValue, 0, -3, 9], numbers);

        Assert.Equal([0, 0, 1, 2, 3, 2, 1, 4], numbers);
    }

    private static FrameColumn Column(params string[] values)
    {
        string[] names = [.. values.Distinct()];
        int[] starts = [.. Enumerable.Range(0, values.Length + 1)],
            codes = [.. values.Select(v => Array.IndexOf(names, v))];
        var builder = new FrameColumnBuilder();
        builder.Add(new SeizureColumn("field", names, starts, codes), values.Length);
        return builder.Build();
    }
}
