using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;

namespace SeizureIntel.Dashboards.Pages.Search;

/// <summary>The seizures of a scope: over time, by field, as rows.</summary>
internal sealed class SearchModel(PageDesk desk, SearchAsking asking) : PageModel
{
    /// <summary>What was asked.</summary>
    public PageAddress Address { get; private set; } = new("/search", []);

    /// <summary>The address of the same hits and facets as JSON.</summary>
    public string Twin =>
        Address
            .At("/api/v1/search")
            .With("facets", string.Join(',', Facets.OpenIn(Address)))
            .With("sort", Address.One("sort"))
            .With("cursor", Address.One("cursor"))
            .With("size", SearchAsking.PageSize.ToString(CultureInfo.InvariantCulture))
            .ToString();

    /// <summary>The address of every seizure found as a file, with the columns and in the order that are shown.</summary>
    public string Export(string format) =>
        Address
            .At("/api/v1/search/export")
            .With("format", format)
            .With("columns", string.Join(',', HitTable.ColumnsOf(Address).Select(c => c.Name)))
            .With("sort", Address.One("sort") ?? "-seizure_date")
            .ToString();

    /// <summary>What is shown; null where the question was not understood.</summary>
    public SearchView? Shown { get; private set; }

    /// <summary>What was not understood; null where all was.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>Asks what the address asks.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = PageAddress.Of(Request);
        Problem = await PageProblem.OfAsync(Response, async () =>
            Shown = await asking.AskAsync(desk.ReaderOf(HttpContext), Address, cancellationToken)
        );
    }
}
