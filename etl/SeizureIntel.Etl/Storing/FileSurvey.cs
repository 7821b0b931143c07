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
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>What a file tells as a whole, learned in a first walk through its rows.</summary>
internal sealed class FileSurvey
{
    private const int AskedAtOnce = 20_000;

    private FileSurvey(ColumnSurvey columns, AmountSurvey amounts, Submission submission)
    {
        (Columns, Amounts) = (columns, amounts);
        Mended = new MendedRows(submission);
    }

    /// <summary>What the columns tell of dates and numbers.</summary>
    public ColumnSurvey Columns { get; }

    /// <summary>How large the amounts are.</summary>
    public AmountSurvey Amounts { get; }

    /// <summary>How many rows each case has.</summary>
    public CaseRefSurvey References { get; } = new();

    /// <summary>References that earlier submissions used, but on what the file mends.</summary>
    public HashSet<(string Country, string Reference)> Used { get; } = [];

    /// <summary>Rows that equal an earlier one.</summary>
    public RowRepeats Repeats { get; } = new();

    /// <summary>Rows that mend rows refused before.</summary>
    public MendedRows Mended { get; }

    /// <summary>Rows of the file.</summary>
    public int Rows { get; private set; }

    /// <summary>Walks through the rows.</summary>
    /// <param name="rows">The rows of the file.</param>
    /// <param name="mostRows">The most it may have.</param>
    /// <param name="workers">How many look at once.</param>
    /// <param name="hire">Makes one of them.</param>
    /// <param name="submission">What the file comes as.</param>
    /// <param name="targets">Asked for what was kept before.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="UnreadableFileException">The file breaks off or passes a limit.</exception>
    public static async Task<FileSurvey> OfAsync(
        IEnumerable<RawRow> rows,
        int mostRows,
        int workers,
        Func<SurveyWorker> hire,
        Submission submission,
        LoadTargets targets,
        CancellationToken cancellationToken
    )
    {
        // A file that is only looked at is not told which references others use.
        ISubmissionStore? store = targets.Archive is null ? null : targets.Store;
        SurveyWorker[] hired = [.. Enumerable.Range(0, workers).Select(_ => hire())];
        var survey = new FileSurvey(hired[0].Columns, hired[0].Amounts, submission);
        var duplicates = new DuplicateFinder();
        var asked = new Dictionary<string, (HashSet<string> References, HashSet<string> Mended)>(StringComparer.Ordinal);
        int next = 0;
        await foreach (
            SurveyedBlock block in InOrder
                .SelectAsync<RowBlock, SurveyedBlock>(RowBlock.Of(rows, mostRows), workers, () => hired[next++].Look, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            await survey.NoteAsync(block.Origins, submission.SentBy, targets.Store, cancellationToken).ConfigureAwait(false);
            foreach (SurveyedRow row in block.Rows)
            {
                if (duplicates.IsRepeat(row.Hash))
                    survey.Repeats.Add(row.Place);
                if (row.Reference is not { } reference)
                    continue;
                survey.References.Add(reference.Country, reference.Reference);
                if (store is null)
                    continue;
                if (!asked.TryGetValue(reference.Country, out (HashSet<string> References, HashSet<string> Mended) some))
                    asked.Add(reference.Country, some = (new(StringComparer.Ordinal), new(StringComparer.Ordinal)));
                some.References.Add(reference.Reference);
                if (survey.Mended.Contains(row.Number))
                    some.Mended.Add(survey.Mended.IdOf(row.Number, 0));
                if (some.References.Count == AskedAtOnce)
                    await survey.AskAsync(store, reference.Country, some, cancellationToken).ConfigureAwait(false);
            }

            survey.Rows = block.End;
        }

        foreach ((string country, (HashSet<string> References, HashSet<string> Mended) some) in asked)
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

    // What is not there and what is another sender's are one: neither is a refused row of this sender's.
    private async Task NoteAsync(
        IReadOnlyList<(int Row, RowOrigin Origin)> rows,
        string? sentBy,
        ISubmissionStore? store,
        CancellationToken cancellationToken
    )
    {
        if (store is null || rows.Count == 0)
            return;
        IReadOnlySet<RowOrigin> own = await store
            .FindRefusedAsync(sentBy, [.. rows.Select(r => r.Origin).Distinct()], cancellationToken)
            .ConfigureAwait(false);
        foreach ((int row, RowOrigin origin) in rows.Where(r => own.Contains(r.Origin)))
            Mended.Add(row, origin);
    }

    private async Task AskAsync(
        ISubmissionStore store,
        string country,
        (HashSet<string> References, HashSet<string> Mended) some,
        CancellationToken cancellationToken
    )
    {
        if (some.References.Count == 0)
            return;
        IReadOnlySet<string> used = await store
            .FindUsedCaseRefsAsync(Reader.Owner, country, some.References, some.Mended, cancellationToken)
            .ConfigureAwait(false);
        Used.UnionWith(used.Select(r => (country, r)));
        some.References.Clear();
        some.Mended.Clear();
    }
}
