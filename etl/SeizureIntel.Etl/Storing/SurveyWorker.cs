using System;
using System.Collections.Generic;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Quality;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Looks through blocks of rows for one worker of a survey.</summary>
internal sealed class SurveyWorker(SourceMap map, CodeListSet lists, string reporterDefault)
{
    private readonly CaseRefReader _references = new(map, lists, reporterDefault);
    private readonly RowHash _hash = new();

    public ColumnSurvey Columns { get; } = new(map);

    public AmountSurvey Amounts { get; } = new(map);

    /// <summary>Counts the rows of a block in and tells what must be put together in the order of the file.</summary>
    public SurveyedBlock Look(RowBlock block)
    {
        var rows = new List<SurveyedRow>(block.Rows.Count);
        var origins = new List<(int Row, RowOrigin Origin)>();
        for (int i = 0; i < block.Rows.Count; i++)
        {
            RawRow row = block.Rows[i];
            bool isWhole = row.Cells.Count == map.Columns.Count;
            if (isWhole && map.IsNoRecord(row.Cells))
                continue;
            if (row.Origin is { } origin)
                origins.Add((row.Number, origin));
            if (!isWhole)
                continue;
            Columns.Add(row.Cells);
            Amounts.Add(row.Cells);
            rows.Add(new SurveyedRow(block.First + i, row.Number, _hash.Of(row.Cells), _references.Read(row.Cells)));
        }

        return new SurveyedBlock(block.First + block.Rows.Count, rows, origins);
    }
}

/// <summary>What a block of rows tells.</summary>
/// <param name="End">Rows of the file up to its end.</param>
/// <param name="Rows">Its records.</param>
/// <param name="Origins">The rows that say which row they mend, one that cannot be read too.</param>
internal sealed record SurveyedBlock(int End, IReadOnlyList<SurveyedRow> Rows, IReadOnlyList<(int Row, RowOrigin Origin)> Origins);

/// <summary>What a record tells before it is read.</summary>
/// <param name="Place">How many rows stand before it.</param>
/// <param name="Number">The number a spreadsheet shows.</param>
/// <param name="Hash">Names all its cells.</param>
/// <param name="Reference">Reporting country and case reference; null for none.</param>
internal readonly record struct SurveyedRow(int Place, int Number, UInt128 Hash, (string Country, string Reference)? Reference);
