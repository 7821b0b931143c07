using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Decisions;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Typing;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>Returns records to their contributors with a question, and takes the answers.</summary>
/// <param name="products">Keeps them.</param>
/// <param name="index">Finds the record.</param>
/// <param name="accounts">Names of who asks and answers.</param>
/// <param name="words">Screens what was typed.</param>
/// <param name="time">The clock.</param>
public sealed class QuestionDesk(IProductStore products, ISeizureIndex index, IAccountStore accounts, TypedWords words, TimeProvider time)
{
    private const int LongestText = 1000;

    /// <summary>The questions on records of a submission that the reader sees, newest first.</summary>
    public async Task<IReadOnlyList<QuestionAnswer>> AnswerAsync(Reader reader, QuestionsQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        RecordQuestion[] own = [.. (await products.QuestionsAsync(reader, cancellationToken)).Where(q => q.SubmissionId == asked.Id)];
        if (own.Length == 0)
            return [];
        var names = (await accounts.AccountsAsync(cancellationToken)).ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        return
        [
            .. own.Select(q => new QuestionAnswer(
                q.Id,
                q.Row,
                q.Text,
                names.GetValueOrDefault(q.AskedBy, q.AskedBy),
                q.AskedAt,
                q.Answer,
                q.AnsweredBy is { } by ? names.GetValueOrDefault(by, by) : null,
                q.AnsweredAt
            )),
        ];
    }

    /// <summary>Submissions with a question that waits for its answer, among those that the reader sees.</summary>
    public async Task<IReadOnlySet<string>> WaitingAsync(Reader reader, CancellationToken cancellationToken) =>
        (await products.QuestionsAsync(reader, cancellationToken)).Where(q => q.Answer is null).Select(q => q.SubmissionId).ToHashSet();

    /// <summary>Returns a record with a question.</summary>
    /// <exception cref="Fault">The reader sees no such record, or something typed is personal.</exception>
    public async Task AskAsync(Reader reader, Actor actor, string submissionId, QuestionToAsk asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(asked);
        string text = words.Require(asked.Text, "question", LongestText);
        SeizureQuery query = SeizureQuery
            .All.With("submission", submissionId)
            .With("row", asked.Row.ToString(CultureInfo.InvariantCulture));
        SearchResult found = await index.SearchAsync(reader, new SearchRequest { Query = query, Size = 1 }, cancellationToken);
        if (found.Hits is not [{ } hit, ..])
            throw Fault.Usage(
                "unknown_record",
                $"Row {asked.Row} of the submission is no record that was kept.",
                "The search shows the rows of what was kept: --where submission=ID."
            );
        DateTimeOffset now = time.GetUtcNow();
        await products.SaveQuestionAsync(
            new RecordQuestion(
                Guid.CreateVersion7(now).ToString("N"),
                hit.Id,
                submissionId,
                asked.Row,
                hit.Values["reporting_country"][0],
                Markings.Find(hit.Values["marking"][0]) ?? Marking.Red,
                text,
                actor.AccountId,
                now
            ),
            cancellationToken
        );
    }

    /// <summary>Answers a question; an earlier answer is replaced.</summary>
    /// <exception cref="Fault">The reader sees no such question, or something typed is personal.</exception>
    public async Task GiveAsync(Reader reader, Actor actor, string questionId, AnswerToGive given, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(given);
        string text = words.Require(given.Text, "answer", LongestText);
        RecordQuestion question = (await products.QuestionsAsync(reader, cancellationToken)).FirstOrDefault(q => q.Id == questionId)
            ?? throw Fault.Usage("unknown_question", $"There is no question '{questionId}'.", "The submission's page lists them.");
        RecordQuestion answered = question with { Answer = text, AnsweredBy = actor.AccountId, AnsweredAt = time.GetUtcNow() };
        await products.SaveQuestionAsync(answered, cancellationToken);
    }
}
