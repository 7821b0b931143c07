using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

/// <summary>Writes the chunks of one submission within its transaction.</summary>
internal sealed class SubmissionWriter(BulkWriter bulk, Tables tables, Submission submission, long submissionNumber, long lastCase)
{
    private readonly RowBuffer<CaseRow> _cases = new();
    private readonly RowBuffer<SeizureRow> _seizures = new();
    private readonly RowBuffer<SerialHashRow> _hashes = new();
    private readonly RowBuffer<RouteLegRow> _legs = new();
    private readonly RowBuffer<ConcealmentRow> _concealments = new();
    private readonly RowBuffer<TokenRow> _tokens = new();
    private readonly RowBuffer<RejectionRow> _rejections = new();
    private readonly RowBuffer<IssueRow> _issues = new();
    private readonly HashSet<string> _countries = new(StringComparer.Ordinal);
    private long _rejected;
    private long _raised;

    /// <summary>Number of the case written last.</summary>
    public long LastCase { get; private set; } = lastCase;

    /// <summary>The highest marking of the cases written.</summary>
    public Marking Highest { get; private set; }

    /// <summary>The countries that reported the cases written.</summary>
    public IReadOnlyCollection<string> Countries => _countries;

    public async Task WriteAsync(SubmissionChunk chunk, CancellationToken cancellationToken)
    {
        Fill(chunk);
        // A child never comes before what it refers to.
        await bulk.WriteAsync(tables.Cases, _cases.Rows, cancellationToken).ConfigureAwait(false);
        await bulk.WriteAsync(tables.Seizures, _seizures.Rows, cancellationToken).ConfigureAwait(false);
        await bulk.WriteAsync(tables.SerialHashes, _hashes.Rows, cancellationToken).ConfigureAwait(false);
        await bulk.WriteAsync(tables.Legs, _legs.Rows, cancellationToken).ConfigureAwait(false);
        await bulk.WriteAsync(tables.Concealments, _concealments.Rows, cancellationToken).ConfigureAwait(false);
        await bulk.WriteAsync(tables.Tokens, _tokens.Rows, cancellationToken).ConfigureAwait(false);
        await bulk.WriteAsync(tables.Rejections, _rejections.Rows, cancellationToken).ConfigureAwait(false);
        await bulk.WriteAsync(tables.Issues, _issues.Rows, cancellationToken).ConfigureAwait(false);
    }

    private void Fill(SubmissionChunk chunk)
    {
        _cases.Clear();
        _seizures.Clear();
        _hashes.Clear();
        _legs.Clear();
        _concealments.Clear();
        _tokens.Clear();
        _rejections.Clear();
        _issues.Clear();
        foreach (Case each in chunk.Cases)
            Fill(each);
        foreach (Rejection each in chunk.Rejections)
        {
            RejectionRow row = _rejections.Next();
            row.SubmissionNumber = submissionNumber;
            row.Position = _rejected++;
            row.Row = each.Row;
            row.Field = each.Field;
            row.Code = SnakeNames<RejectionCode>.Of(each.Code);
            row.Reason = each.Reason;
        }

        foreach (Issue each in chunk.Issues)
        {
            IssueRow row = _issues.Next();
            row.SubmissionNumber = submissionNumber;
            row.Position = _raised++;
            row.Row = each.Row;
            row.Field = each.Field;
            row.Code = SnakeNames<IssueCode>.Of(each.Code);
            row.Text = each.Text;
        }
    }

    private void Fill(Case each)
    {
        Check(each);
        long number = ++LastCase;
        _countries.Add(each.ReportingCountry.Code);
        if (each.Marking > Highest)
            Highest = each.Marking;
        CaseRows.Fill(_cases.Next(), each, number, submissionNumber);
        IReadOnlyList<Seizure> seizures = each.Seizures;
        for (int i = 0; i < seizures.Count; i++)
        {
            SeizureRows.Fill(_seizures.Next(), seizures[i], number, i);
            IReadOnlyList<string> hashes = seizures[i].SerialHashes;
            for (int h = 0; h < hashes.Count; h++)
                ChildRows.Fill(_hashes.Next(), hashes[h], number, i, h);
        }

        IReadOnlyList<RouteLeg> legs = each.Legs;
        for (int i = 0; i < legs.Count; i++)
            ChildRows.Fill(_legs.Next(), legs[i], number, i);
        IReadOnlyList<Concealment> concealments = each.Concealments;
        for (int i = 0; i < concealments.Count; i++)
            ChildRows.Fill(_concealments.Next(), concealments[i], number, i);
        for (int i = 0; i < each.Tokens.Count; i++)
            ChildRows.Fill(_tokens.Next(), each.Tokens[i], number, i);
    }

    // Submission and source are kept once, in the submission's row.
    private void Check(Case each)
    {
        if (each.SubmissionId != submission.Id || each.Source != submission.Source)
        {
            throw new ArgumentException(
                $"Case {each.Id} names submission {each.SubmissionId} of source {each.Source}; it comes with {submission.Id} of {submission.Source}."
            );
        }

        if (each.Seizures.Count == 0)
            throw new ArgumentException($"Case {each.Id} has no seizure; a case has at least one.");
    }
}
