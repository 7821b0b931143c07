using System.Collections.Generic;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Administration;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Comparing;
using SeizureIntel.Workbench.Completion;
using SeizureIntel.Workbench.Doubts;
using SeizureIntel.Workbench.Jobs;
using SeizureIntel.Workbench.Ledgers;
using SeizureIntel.Workbench.Scorecards;
using SeizureIntel.Workbench.Search;
using SeizureIntel.Workbench.Seizures;
using SeizureIntel.Workbench.Studies;
using SeizureIntel.Workbench.Submissions;
using SeizureIntel.Workbench.Suggesting;
using SeizureIntel.Workbench.Tabulating;
using SeizureIntel.Workbench.Vocabularies;
using SeizureIntel.Workbench.Watches;

namespace SeizureIntel.Workbench.Questions;

/// <summary>Every question that is answered alike on a page, at an address and by a verb.</summary>
public static class AllQuestions
{
    /// <summary>In the order in which a description of the API tells them.</summary>
    public static IReadOnlyList<Question> List { get; } =
    [
        Question.Of<SearchDesk, SearchQuery, SearchAnswer>(
            "search",
            "/search",
            "Finds seizures by words and conditions, with facets.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<CompletionDesk, CompletionQuery, CompletionAnswer>(
            "complete",
            "/complete",
            "Completes the last word of a search's text with fields and values.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<CodeDesk, CodesQuery, IReadOnlyList<CodeAnswer>>(
            "codes",
            "/codes/{field}",
            "Lists the codes that a field may hold.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<TabulationDesk, TabulationQuery, TabulationAnswer>(
            "tabulate",
            "/tabulate",
            "Counts seizures, cases or quantities by fields and time.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<SeizureDesk, SingleSeizureQuery, SeizureAnswer>(
            "seizure",
            "/seizures/{id}",
            "Tells everything that is known of one seizure.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<SimilarDesk, SimilarQuery, SimilarAnswer>(
            "similar",
            "/seizures/{id}/similar",
            "Finds the seizures that share most with one.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question
            .Of<StudyDesk, StudyQuery, StudyAnswer>(
                "study",
                "/studies/{name}",
                "Answers one question with stories and the findings that say them.",
                (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
            )
            .Running<StudyDesk, StudyQuery>((desk, reader, asked, stop) => desk.RunOfAsync(reader, asked, stop)),
        Question
            .Of<ScorecardDesk, ScorecardsQuery, IReadOnlyList<ScorecardAnswer>>(
                "scorecards",
                "/scorecards",
                "Tells contributors how complete their reports are and what they led to.",
                (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
            )
            .Running<ScorecardDesk, ScorecardsQuery>((desk, reader, asked, stop) => desk.RunOfAsync(reader, asked, stop)),
        Question
            .Of<DoubtDesk, DoubtsQuery, DoubtsAnswer>(
                "doubts",
                "/doubts",
                "Lists what looks wrong or told twice, what was decided, and what the decisions do to counts.",
                (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop),
                Permissions.Decide
            )
            .Running<DoubtDesk, DoubtsQuery>((desk, reader, asked, stop) => desk.RunOfAsync(reader, asked, stop)),
        Question.Of<LedgerDesk, LedgerQuery, LedgerAnswer>(
            "ledger",
            "/routes/ledger",
            "Counts what came into countries and what left them, by the legs of known routes.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<VocabularyDesk, VocabularyQuery, VocabularyAnswer>(
            "vocabulary",
            "/concealment/vocabulary",
            "Counts the seizures of each code of the concealment vocabulary.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<CompareDesk, CompareQuery, ComparisonAnswer>(
            "compare",
            "/compare",
            "Counts up to six series step by step, on all reporters and on those who reported throughout.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<JobDesk, JobsQuery, IReadOnlyList<JobAnswer>>(
            "jobs",
            "/jobs",
            "Lists the studies that run, wait or have just ended.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<JobDesk, JobQuery, JobAnswer>(
            "job",
            "/jobs/{id}",
            "Tells how far a study has come that had to be run.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<SubmissionDesk, SubmissionsQuery, SubmissionsAnswer>(
            "submissions",
            "/submissions",
            "Lists what came in, with what became of every row.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<SubmissionDesk, RejectionsQuery, IReadOnlyList<RejectionAnswer>>(
            "rejections",
            "/submissions/{id}/rejections",
            "Lists the rows of a submission that were refused, and why.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<QuestionDesk, QuestionsQuery, IReadOnlyList<QuestionAnswer>>(
            "questions",
            "/submissions/{id}/questions",
            "Lists the records of a submission that were returned with a question.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<SourceDesk, SourcesQuery, IReadOnlyList<SourceAnswer>>(
            "formats",
            "/sources",
            "Lists the formats that were suggested for files of unknown shape.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop),
            Permissions.Submit
        ),
        Question.Of<SourceDesk, SourceQuery, SourceAnswer>(
            "format",
            "/sources/{name}",
            "Tells what was understood of a file of unknown shape, and what people changed since.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop),
            Permissions.Submit
        ),
        Question.Of<BulletinDesk, BulletinsQuery, IReadOnlyList<BulletinEntry>>(
            "bulletins",
            "/bulletins",
            "Lists the bulletins kept, newest first.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<WatchDesk, WatchesQuery, WatchesAnswer>(
            "watches",
            "/watches",
            "Lists the searches that the office saved, and what their watches told.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
        Question.Of<AdministrationDesk, AdministrationQuery, PeopleAnswer>(
            "people",
            "/administration/people",
            "Lists who may sign in, their offices and their keys.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop),
            Permissions.Administer
        ),
        Question.Of<AdministrationDesk, AuditLogQuery, AuditLogAnswer>(
            "audit",
            "/administration/audit",
            "Lists who asked and did what, newest first.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop),
            Permissions.Administer
        ),
        Question.Of<AdministrationDesk, AdministrationQuery, SystemAnswer>(
            "system",
            "/administration/system",
            "Says how the system is, and of what versions.",
            (desk, reader, asked, stop) => desk.SystemAsync(reader, asked, stop),
            Permissions.Administer
        ),
        Question.Of<WatchDesk, WatchTrialQuery, WatchTrialAnswer>(
            "watch-trial",
            "/watches/trial",
            "Says how often a watch would have told.",
            (desk, reader, asked, stop) => desk.AnswerAsync(reader, asked, stop)
        ),
    ];
}
