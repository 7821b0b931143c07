using System;
using System.Collections.Generic;
using System.Data.Common;
using SeizureIntel.Cases;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Keeping;

/// <summary>Writes the chunks of one submission within its transaction, with commands prepared once and row objects used again.</summary>
internal sealed class SubmissionWriter : IDisposable
{
    private readonly Tables _tables;
    private readonly Submission _submission;
    private readonly long _submissionNumber;
    private readonly RowSink _caseSink;
    private readonly RowSink _seizureSink;
    private readonly RowSink _legSink;
    private readonly RowSink _concealmentSink;
    private readonly RowSink _rejectionSink;
    private readonly RowSink _issueSink;
    private readonly CaseRow _case = new();
    private readonly SeizureRow _seizure = new();
    private readonly RouteLegRow _leg = new();
    private readonly ConcealmentRow _concealment = new();
    private readonly RejectionRow _rejection = new();
    private readonly IssueRow _issue = new();
    private long _rejections;
    private long _issues;

    public SubmissionWriter(
        StoreDialect dialect,
        DbConnection connection,
        DbTransaction transaction,
        Tables tables,
        Submission submission,
        long submissionNumber,
        long lastCase
    )
    {
        _tables = tables;
        _submission = submission;
        _submissionNumber = submissionNumber;
        LastCase = lastCase;
        _caseSink = Sink(tables.Cases);
        _seizureSink = Sink(tables.Seizures);
        _legSink = Sink(tables.Legs);
        _concealmentSink = Sink(tables.Concealments);
        _rejectionSink = Sink(tables.Rejections);
        _issueSink = Sink(tables.Issues);
        _rejection.SubmissionNumber = _issue.SubmissionNumber = submissionNumber;

        RowSink Sink<TRow>(Table<TRow> table) => dialect.Insert(connection, transaction, table.Name, table.Columns);
    }

    /// <summary>Number of the case written last.</summary>
    public long LastCase { get; private set; }

    public void Write(SubmissionChunk chunk)
    {
        foreach (Case each in chunk.Cases)
            Write(each);
        foreach (Rejection each in chunk.Rejections)
        {
            _rejection.Position = _rejections++;
            _rejection.Row = each.Row;
            _rejection.Field = each.Field;
            _rejection.Code = SnakeNames<RejectionCode>.Of(each.Code);
            _rejection.Reason = each.Reason;
            _tables.Rejections.Insert(_rejectionSink, _rejection);
        }

        foreach (Issue each in chunk.Issues)
        {
            _issue.Position = _issues++;
            _issue.Row = each.Row;
            _issue.Field = each.Field;
            _issue.Code = SnakeNames<IssueCode>.Of(each.Code);
            _issue.Text = each.Text;
            _tables.Issues.Insert(_issueSink, _issue);
        }
    }

    public void Dispose()
    {
        _caseSink.Dispose();
        _seizureSink.Dispose();
        _legSink.Dispose();
        _concealmentSink.Dispose();
        _rejectionSink.Dispose();
        _issueSink.Dispose();
    }

    private void Write(Case each)
    {
        Check(each);
        long number = ++LastCase;
        CaseRows.Fill(_case, each, number, _submissionNumber);
        _tables.Cases.Insert(_caseSink, _case);
        IReadOnlyList<Seizure> seizures = each.Seizures;
        for (int i = 0; i < seizures.Count; i++)
        {
            SeizureRows.Fill(_seizure, seizures[i], number, i);
            _tables.Seizures.Insert(_seizureSink, _seizure);
        }

        IReadOnlyList<RouteLeg> legs = each.Legs;
        for (int i = 0; i < legs.Count; i++)
        {
            ChildRows.Fill(_leg, legs[i], number, i);
            _tables.Legs.Insert(_legSink, _leg);
        }

        IReadOnlyList<Concealment> concealments = each.Concealments;
        for (int i = 0; i < concealments.Count; i++)
        {
            ChildRows.Fill(_concealment, concealments[i], number, i);
            _tables.Concealments.Insert(_concealmentSink, _concealment);
        }
    }

    // Submission and source are kept once, in the submission's row.
    private void Check(Case each)
    {
        if (each.SubmissionId != _submission.Id || each.Source != _submission.Source)
        {
            throw new ArgumentException(
                $"Case {each.Id} names submission {each.SubmissionId} of source {each.Source}; it comes with {_submission.Id} of {_submission.Source}."
            );
        }

        if (each.Seizures.Count == 0)
            throw new ArgumentException($"Case {each.Id} has no seizure; a case has at least one.");
    }
}
