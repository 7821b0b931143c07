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
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Watches;

namespace SeizureIntel.Dashboards.Pages.Watches;

/// <summary>One saved search: how it tells, what it told, and what it would have told.</summary>
internal sealed class WatchModel(PageDesk desk, WatchDesk watches, ScopeLists lists, TimeProvider time) : PageModel
{
    private const int TrialDays = 90;

    /// <summary>The search; null where the office has none of this id.</summary>
    public SavedSearchAnswer? Saved { get; private set; }

    /// <summary>The query in words.</summary>
    public string Words => Saved is { } saved ? QueryWords.Of(saved.Query, lists) : "";

    /// <summary>What it told.</summary>
    public IReadOnlyList<NoticeAnswer> Notices { get; private set; } = [];

    /// <summary>What it would have told.</summary>
    public WatchTrialAnswer? Trial { get; private set; }

    /// <summary>Why something could not be done; null for no reason.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>The present moment.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Asks for it.</summary>
    public async Task OnGetAsync(string id, CancellationToken cancellationToken)
    {
        Reader reader = desk.ReaderOf(HttpContext);
        WatchesAnswer answer = await watches.AnswerAsync(reader, new WatchesQuery(), cancellationToken);
        Saved = answer.Searches.FirstOrDefault(s => s.Id == id);
        if (Saved is null)
        {
            Problem ??= PageProblem.Of(
                Fault.Usage("unknown_search", "Your office has no such saved search.", "The list shows those it has.")
            );
            Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status404NotFound;
            return;
        }

        Notices = [.. answer.Inbox.Where(n => n.SearchId == id)];
        Trial = await watches.TryAsync(reader, Saved, TrialDays, cancellationToken);
    }

    /// <summary>Changes how it tells.</summary>
    public Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken) =>
        DoneAsync(
            id,
            "/watches/" + Uri.EscapeDataString(id),
            () =>
                watches.ChangeAsync(
                    desk.ReaderOf(HttpContext),
                    desk.ActorOf(HttpContext),
                    id,
                    Forms.Of<WatchChange>(Request),
                    cancellationToken
                ),
            cancellationToken
        );

    /// <summary>Removes it.</summary>
    public Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancellationToken) =>
        DoneAsync(id, "/watches", () => watches.RemoveAsync(desk.ReaderOf(HttpContext), id, cancellationToken), cancellationToken);

    private async Task<IActionResult> DoneAsync(string id, string then, Func<Task> change, CancellationToken cancellationToken)
    {
        try
        {
            await change();
            return LocalRedirect(then);
        }
        catch (Fault fault)
        {
            Problem = PageProblem.Of(fault);
            Response.StatusCode = Problem.Status;
            await OnGetAsync(id, cancellationToken);
            return Page();
        }
    }
}
