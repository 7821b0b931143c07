using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Watches;

namespace SeizureIntel.Dashboards.Pages.Watches;

/// <summary>What the office saved, and its inbox.</summary>
internal sealed class WatchesModel(PageDesk desk, WatchDesk watches, ScopeLists lists) : PageModel
{
    private const int SparkDays = 90;

    /// <summary>Searches and notices.</summary>
    public WatchesAnswer Answer { get; private set; } = new([], []);

    /// <summary>Notices that nobody acknowledged.</summary>
    public IReadOnlyList<NoticeAnswer> Unseen => [.. Answer.Inbox.Where(n => n.SeenAt is null)];

    /// <summary>Notices that somebody acknowledged.</summary>
    public IReadOnlyList<NoticeAnswer> Seen => [.. Answer.Inbox.Where(n => n.SeenAt is not null).Take(20)];

    /// <summary>What came in for each search in ninety days.</summary>
    public Dictionary<string, WatchTrialAnswer> Sparks { get; } = [];

    /// <summary>Asks for the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Reader reader = desk.ReaderOf(HttpContext);
        Answer = await watches.AnswerAsync(reader, new WatchesQuery(), cancellationToken);
        foreach (SavedSearchAnswer saved in Answer.Searches)
            Sparks[saved.Id] = await watches.TryAsync(reader, saved, SparkDays, cancellationToken);
    }

    /// <summary>Acknowledges a notice.</summary>
    public async Task<IActionResult> OnPostSeenAsync(string id, CancellationToken cancellationToken)
    {
        await watches.AcknowledgeAsync(desk.ReaderOf(HttpContext), desk.ActorOf(HttpContext), id, cancellationToken);
        return LocalRedirect("/watches");
    }

    /// <summary>The query in words.</summary>
    public string Words(SavedSearchAnswer saved) => QueryWords.Of(saved.Query, lists);
}
