using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Decisions;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Model;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

// What analysts decided on records, and asked their contributors.
internal sealed partial class ProductStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Decision>> DecisionsAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<DecisionRow> rows = await dialect
            .ReadAsync(
                dialect.Products,
                (context, stop) =>
                    context
                        .Set<DecisionRow>()
                        .AsNoTracking()
                        .SeenBy(reader)
                        .OrderByDescending(d => d.At)
                        .ThenBy(d => d.SubjectId)
                        .ToListAsync(stop),
                cancellationToken
            )
            .ConfigureAwait(false);
        return
        [
            .. rows.Select(r => new Decision(
                r.SubjectId,
                SnakeNames<DoubtKind>.Read(r.Kind),
                SnakeNames<Choice>.Read(r.Choice),
                r.SubmissionId,
                r.ReportingCountry,
                Markings.Find(r.Marking) ?? Marking.Red,
                r.DecidedBy,
                Utc(r.At),
                r.Note,
                r.Code
            )),
        ];
    }

    /// <inheritdoc/>
    public Task SaveDecisionAsync(Decision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        string kind = SnakeNames<DoubtKind>.Of(decision.Kind);
        return dialect.WriteAsync(
            dialect.Products,
            async (context, _, stop) =>
            {
                await context
                    .Set<DecisionRow>()
                    .Where(d => d.SubjectId == decision.SubjectId && d.Kind == kind)
                    .ExecuteDeleteAsync(stop)
                    .ConfigureAwait(false);
                context.Add(
                    new DecisionRow
                    {
                        SubjectId = decision.SubjectId,
                        Kind = kind,
                        Choice = SnakeNames<Choice>.Of(decision.Choice),
                        SubmissionId = decision.SubmissionId,
                        ReportingCountry = decision.ReportingCountry,
                        Marking = decision.Marking.Label(),
                        DecidedBy = decision.DecidedBy,
                        At = decision.At.UtcDateTime,
                        Note = decision.Note,
                        Code = decision.Code,
                    }
                );
                return await context.SaveChangesAsync(stop).ConfigureAwait(false);
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> RemoveDecisionAsync(Reader reader, string subjectId, DoubtKind kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        string named = SnakeNames<DoubtKind>.Of(kind);
        return dialect.WriteAsync(
            dialect.Products,
            async (context, _, stop) =>
                await context
                    .Set<DecisionRow>()
                    .SeenBy(reader)
                    .Where(d => d.SubjectId == subjectId && d.Kind == named)
                    .ExecuteDeleteAsync(stop)
                    .ConfigureAwait(false) > 0,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordQuestion>> QuestionsAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<QuestionRow> rows = await dialect
            .ReadAsync(
                dialect.Products,
                (context, stop) =>
                    context
                        .Set<QuestionRow>()
                        .AsNoTracking()
                        .SeenBy(reader)
                        .OrderByDescending(q => q.AskedAt)
                        .ThenBy(q => q.Id)
                        .ToListAsync(stop),
                cancellationToken
            )
            .ConfigureAwait(false);
        return
        [
            .. rows.Select(r => new RecordQuestion(
                r.Id,
                r.SeizureId,
                r.SubmissionId,
                r.Row,
                r.ReportingCountry,
                Markings.Find(r.Marking) ?? Marking.Red,
                r.Text,
                r.AskedBy,
                Utc(r.AskedAt),
                r.Answer,
                r.AnsweredBy,
                Utc(r.AnsweredAt)
            )),
        ];
    }

    /// <inheritdoc/>
    public Task SaveQuestionAsync(RecordQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        return dialect.WriteAsync(
            dialect.Products,
            async (context, _, stop) =>
            {
                await context.Set<QuestionRow>().Where(q => q.Id == question.Id).ExecuteDeleteAsync(stop).ConfigureAwait(false);
                context.Add(
                    new QuestionRow
                    {
                        Id = question.Id,
                        SeizureId = question.SeizureId,
                        SubmissionId = question.SubmissionId,
                        Row = question.Row,
                        ReportingCountry = question.ReportingCountry,
                        Marking = question.Marking.Label(),
                        Text = question.Text,
                        AskedBy = question.AskedBy,
                        AskedAt = question.AskedAt.UtcDateTime,
                        Answer = question.Answer,
                        AnsweredBy = question.AnsweredBy,
                        AnsweredAt = question.AnsweredAt?.UtcDateTime,
                    }
                );
                return await context.SaveChangesAsync(stop).ConfigureAwait(false);
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task EraseSubmissionAsync(string submissionId, CancellationToken cancellationToken) =>
        dialect.WriteAsync(
            dialect.Products,
            async (context, _, stop) =>
            {
                await context.Set<DecisionRow>().Where(d => d.SubmissionId == submissionId).ExecuteDeleteAsync(stop).ConfigureAwait(false);
                return await context
                    .Set<QuestionRow>()
                    .Where(q => q.SubmissionId == submissionId)
                    .ExecuteDeleteAsync(stop)
                    .ConfigureAwait(false);
            },
            cancellationToken
        );
}
