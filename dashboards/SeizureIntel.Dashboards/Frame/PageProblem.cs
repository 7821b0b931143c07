using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using SeizureIntel.Ports;
using SeizureIntel.Text;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>Why a page cannot show what was asked.</summary>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Hint">What to do.</param>
/// <param name="Status">The status that goes with it.</param>
internal sealed record PageProblem(Phrase Message, Phrase Hint, int Status)
{
    private const int BadRequest = 400;
    private const int NotFound = 404;
    private const int Unavailable = 503;
    private const int WrongUsage = 2;

    /// <summary>Why a page could not do something; null where it did. The answer's status says so as well.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="act">What it does: a fault of the question, or an index that is away, ends it.</param>
    public static async Task<PageProblem?> OfAsync(HttpResponse response, Func<Task> act)
    {
        PageProblem problem;
        try
        {
            await act();
            return null;
        }
        catch (Fault fault)
        {
            problem = Of(fault);
        }
        catch (IndexUnavailableException missed)
        {
            problem = Of(Fault.Unavailable(missed));
        }

        response.StatusCode = problem.Status;
        return problem;
    }

    /// <summary>A fault as a page says it.</summary>
    public static PageProblem Of(Fault fault) =>
        new(
            fault.Said,
            fault.Advice,
            fault.ExitCode != WrongUsage ? Unavailable
                : fault.Code is "unknown_submission" or "unknown_seizure" or "unknown_search" or "unknown_bulletin" ? NotFound
                : BadRequest
        );
}
