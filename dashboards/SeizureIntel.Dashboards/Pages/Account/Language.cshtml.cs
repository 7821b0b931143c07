using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Frame;

namespace SeizureIntel.Dashboards.Pages.Account;

/// <summary>Keeps the language that somebody chose, and leads back to the page they came from.</summary>
internal sealed class LanguageModel : PageModel
{
    /// <summary>Takes a choice; it is a taste and changes no record, so a plain link may ask for it.</summary>
    /// <param name="to">The language; one without texts leaves things as they are.</param>
    public IActionResult OnGet(string? to)
    {
        PageLanguage.Keep(HttpContext, to);
        return LocalRedirect(PageLanguage.CameFrom(Request));
    }
}
