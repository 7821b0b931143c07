using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Decisions;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Doubts;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Dashboards.Pages.Coverage;

/// <summary>Records that look wrong or told twice: to decide on, and decided.</summary>
internal sealed class DoubtsModel(PageDesk desk, RunningStudies running, DoubtDesk doubts, DecisionDesk decisions) : PageModel
{
    /// <summary>What was asked.</summary>
    public PageAddress Address { get; private set; } = new("/coverage/doubts", []);

    /// <summary>What there is; null where it is still looked for, or the question was not understood.</summary>
    public DoubtsAnswer? Answer { get; private set; }

    /// <summary>What runs, where the page waits for it; null where it is whole.</summary>
    public PendingView? Pending { get; private set; }

    /// <summary>Why something could not be done; null for no reason.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>Highest marking of what is shown; null where nothing is.</summary>
    public string? Marking { get; private set; }

    private Reader Reader => desk.ReaderOf(HttpContext);

    /// <summary>Asks what the address asks.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = PageAddress.Of(Request);
        Problem ??= await PageProblem.OfAsync(Response, () => AskAsync(cancellationToken));
    }

    /// <summary>Stops what somebody waits for.</summary>
    /// <param name="job">Id of the job.</param>
    public void OnPost(string job)
    {
        Address = PageAddress.Of(Request);
        Pending = running.Stop(Reader, Address, job);
    }

    /// <summary>Decides on a record.</summary>
    public Task<IActionResult> OnPostDecideAsync(CancellationToken cancellationToken) =>
        DoneAsync(
            () => decisions.DecideAsync(Reader, desk.ActorOf(HttpContext), Forms.Of<DecisionToTake>(Request), cancellationToken),
            cancellationToken
        );

    /// <summary>Undoes a decision.</summary>
    /// <param name="kind">What it looked like.</param>
    /// <param name="subject">What was decided on.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<IActionResult> OnPostUndoAsync(DoubtKind kind, string subject, CancellationToken cancellationToken) =>
        DoneAsync(() => decisions.UndoAsync(Reader, desk.ActorOf(HttpContext), kind, subject, cancellationToken), cancellationToken);

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        DoubtsQuery asked = Questions.Of<DoubtsQuery>(Address);
        (Pending, Answer) = await running.AskAsync(
            Reader,
            Address,
            [DoubtDesk.Name],
            stop => doubts.AnswerAsync(Reader, asked, stop),
            cancellationToken
        );
        Marking = await running.MarkingAsync(Reader, Address, cancellationToken);
    }

    private async Task<IActionResult> DoneAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        Address = PageAddress.Of(Request).With("handler", null);
        try
        {
            await change();
            return LocalRedirect(Address.ToString());
        }
        catch (Fault fault)
        {
            Problem = PageProblem.Of(fault);
            Response.StatusCode = Problem.Status;
            await AskAsync(cancellationToken);
            return Page();
        }
    }
}
