using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Quality;
using SeizureIntel.Ports;
using SeizureIntel.Readers;

namespace SeizureIntel.Etl.Storing;

/// <summary>What a file tells as a whole, learned in a first walk through its rows.</summary>
internal sealed class FileSurvey
{
    private const int AskedAtOnce = 20_000;

    private FileSurvey(ColumnSurvey columns, AmountSurvey amounts) => (Columns, Amounts) = (columns, amounts);

    /// <summary>What the columns tell of dates and numbers.</summary>
    public ColumnSurvey Columns { get; }

    /// <summary>How large the amounts are.</summary>
    public AmountSurvey Amounts { get; }

    /// <summary>How many rows each case has.</summary>
    public CaseRefSurvey References { get; } = new();

    /// <summary>References that earlier submissions used.</summary>
    public HashSet<(string Country, string Reference)> Used { get; } = [];

    /// <summary>Rows that equal an earlier one.</summary>
    public RowRepeats Repeats { get; } = new();

    /// <summary>Rows that mend rows sent before.</summary>
    public MendedRows Mended { get; } = new();

    /// <summary>Rows of the file.</summary>
    public int Rows { get; private set; }

    /// <summary>Walks through the rows.</summary>
    /// <param name="rows">The rows of the file.</param>
    /// <param name="mostRows">The most it may have.</param>
    /// <param name="workers">How many look at once.</param>
    /// <param name="hire">Makes one of them.</param>
    /// <param name="store">Asked for references used before; null for none.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="UnreadableFileException">The file breaks off or passes a limit.</exception>
    public static async Task<FileSurvey> OfAsync(
        IEnumerable<RawRow> rows,
        int mostRows,
        int workers,
        Func<SurveyWorker> hire,
        ISubmissionStore? store,
        CancellationToken cancellationToken
    )
    {
        SurveyWorker[] hired = [.. Enumerable.Range(0, workers).Select(_ => hire())];
        var survey = new FileSurvey(hired[0].Columns, hired[0].Amounts);
        var duplicates = new DuplicateFinder();
        var asked = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        int next = 0;
        await foreach (
            SurveyedBlock block in InOrder
                .SelectAsync<RowBlock, SurveyedBlock>(RowBlock.Of(rows, mostRows), workers, () => hired[next++].Look, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            foreach (SurveyedRow row in block.Rows)
            {
                if (duplicates.IsRepeat(row.Hash))
                    survey.Repeats.Add(row.Place);
                if (row.Origin is { } origin)
                    survey.Mended.Add(row.Number, origin);
                if (row.Reference is not { } reference)
                    continue;
                survey.References.Add(reference.Country, reference.Reference);
                if (store is null)
                    continue;
                if (!asked.TryGetValue(reference.Country, out HashSet<string>? some))
                    asked.Add(reference.Country, some = new HashSet<string>(StringComparer.Ordinal));
                some.Add(reference.Reference);
                if (some.Count == AskedAtOnce)
                    await survey.AskAsync(store, reference.Country, some, cancellationToken).ConfigureAwait(false);
            }

            survey.Rows = block.End;
        }

        foreach ((string country, HashSet<string> some) in asked)
            await survey.AskAsync(store!, country, some, cancellationToken).ConfigureAwait(false);
        foreach (SurveyWorker other in hired.Skip(1))
        {
            survey.Columns.Add(other.Columns);
            survey.Amounts.Add(other.Amounts);
        }

        survey.Amounts.Complete();
        survey.References.Complete();
        return survey;
    }

    private async Task AskAsync(ISubmissionStore store, string country, HashSet<string> some, CancellationToken cancellationToken)
    {
        if (some.Count == 0)
            return;
        IReadOnlySet<string> used = await store.FindUsedCaseRefsAsync(Reader.Owner, country, some, cancellationToken).ConfigureAwait(false);
        Used.UnionWith(used.Select(r => (country, r)));
        some.Clear();
    }
}
