using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.Dashboards.Pages.Submissions;

/// <summary>What became of one file, what is asked about its records, and how it is taken back.</summary>
internal sealed class SubmissionModel(PageDesk desk, SubmissionDesk submissions, QuestionDesk questions, WithdrawalDesk withdrawals)
    : PageModel
{
    /// <summary>The load report; null where there is no such submission.</summary>
    public SubmissionAnswer? Report { get; private set; }

    /// <summary>Its refused rows.</summary>
    public IReadOnlyList<RejectionAnswer> Rejections { get; private set; } = [];

    /// <summary>Records that were returned with a question.</summary>
    public IReadOnlyList<QuestionAnswer> Questions { get; private set; } = [];

    /// <summary>Whether the reader may return records.</summary>
    public bool MayDecide { get; private set; }

    /// <summary>Whether the reader may withdraw it.</summary>
    public bool MayWithdraw { get; private set; }

    /// <summary>Whether the reader may erase it.</summary>
    public bool MayErase { get; private set; }

    /// <summary>The row that a question is to be about; null for none yet.</summary>
    public string? Row => PageAddress.Of(Request).One("row");

    /// <summary>Why there is nothing, or why something was not done; null for no reason.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>Asks for report, refused rows and questions.</summary>
    public async Task OnGetAsync(string id, CancellationToken cancellationToken)
    {
        Reader reader = desk.ReaderOf(HttpContext);
        Actor actor = desk.ActorOf(HttpContext);
        try
        {
            Rejections = await submissions.AnswerAsync(reader, new RejectionsQuery { Id = id }, cancellationToken);
            SubmissionsAnswer all = await submissions.AnswerAsync(reader, new SubmissionsQuery(), cancellationToken);
            Report = all.Submissions.First(s => s.Id == id);
            Questions = await questions.AnswerAsync(reader, new QuestionsQuery { Id = id }, cancellationToken);
            MayDecide = actor.May("decide") && Report.WithdrawnAt is null;
            bool isOwn = Report.SentBy is { } office && office == reader.Office;
            MayWithdraw = (actor.May("decide") || (isOwn && actor.May("submit"))) && Report.WithdrawnAt is null;
            MayErase = actor.May("administer");
        }
        catch (Fault fault)
        {
            Problem = PageProblem.Of(fault);
            Response.StatusCode = Problem.Status;
        }
    }

    /// <summary>Returns a record with a question.</summary>
    public Task<IActionResult> OnPostAskAsync(string id, CancellationToken cancellationToken) =>
        DoneAsync(
            id,
            "decide",
            "/submissions/" + Uri.EscapeDataString(id),
            (reader, actor) => questions.AskAsync(reader, actor, id, Forms.Of<QuestionToAsk>(Request), cancellationToken),
            cancellationToken
        );

    /// <summary>Answers a question.</summary>
    public Task<IActionResult> OnPostAnswerAsync(string id, string question, CancellationToken cancellationToken) =>
        DoneAsync(
            id,
            "submit",
            "/submissions/" + Uri.EscapeDataString(id),
            (reader, actor) => questions.GiveAsync(reader, actor, question, Forms.Of<AnswerToGive>(Request), cancellationToken),
            cancellationToken
        );

    /// <summary>Withdraws the file.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(string id, CancellationToken cancellationToken) =>
        DoneAsync(
            id,
            "submit",
            "/submissions/" + Uri.EscapeDataString(id),
            (reader, actor) => withdrawals.WithdrawAsync(reader, actor, id, cancellationToken),
            cancellationToken
        );

    /// <summary>Erases the file.</summary>
    public Task<IActionResult> OnPostEraseAsync(string id, CancellationToken cancellationToken) =>
        DoneAsync(
            id,
            "administer",
            "/submissions",
            (reader, actor) => withdrawals.EraseAsync(reader, actor, id, cancellationToken),
            cancellationToken
        );

    private async Task<IActionResult> DoneAsync(
        string id,
        string permission,
        string then,
        Func<Reader, Actor, Task> change,
        CancellationToken cancellationToken
    )
    {
        Actor actor = desk.ActorOf(HttpContext);
        if (!actor.May(permission))
            return Forbid();
        try
        {
            await change(desk.ReaderOf(HttpContext), actor);
            return LocalRedirect(then);
        }
        catch (Fault fault)
        {
            await OnGetAsync(id, cancellationToken);
            Problem = PageProblem.Of(fault);
            Response.StatusCode = Problem.Status;
            return Page();
        }
    }
}
