using System;
using System.Collections.Generic;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Submissions;
using Xunit;

namespace SeizureIntel.Tests.Etl.Storing;

public sealed class ArchivedRowScreenTests
{
    private static readonly string[] Columns = ["Date", "Drug", "Remarks"];

    [Theory]
    [InlineData("H01")]
    // A code that an older list had.
    [InlineData("H99")]
    public void Rows_of_a_source_whose_constant_the_lists_have_no_more_are_screened_as_prose(string heading)
    {
        IReadOnlyList<string> cells = Screened(heading, "told by Mr Peter Johnson at the gate");
        Assert.Equal(("2024-03-14", "cocaine"), (cells[0], cells[1]));
        Assert.DoesNotContain("Johnson", cells[2], StringComparison.Ordinal);
        Assert.Contains("at the gate", cells[2], StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Screened(string heading, string remarks)
    {
        SourceDescription source = SourceDescription.Parse(
            $$"""
            { "title": "T", "publisher": "P", "edition": "1", "terms": "none", "recognise": ["Date"],
              "columns": [ {"names": ["Date"], "field": "seizure_date"}, {"names": ["Drug"], "field": "product"},
                {"names": ["Remarks"], "field": "narrative"} ],
              "constants": {"heading": "{{heading}}"} }
            """,
            "kept"
        );
        var row = new ArchivedRow(2, ["2024-03-14", "cocaine", remarks]);
        return (new ArchivedRowScreen(Shipped.Screening, Shipped.Lists, source, Columns).Screen(row) ?? row).Cells;
    }
}
