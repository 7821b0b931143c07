using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>Why a page cannot show what was asked.</summary>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Hint">What to do.</param>
/// <param name="Status">The status that goes with it.</param>
internal sealed record PageProblem(string Message, string Hint, int Status)
{
    private const int BadRequest = 400;
    private const int NotFound = 404;
    private const int Unavailable = 503;
    private const int WrongUsage = 2;

    /// <summary>A fault as a page says it.</summary>
    public static PageProblem Of(Fault fault) =>
        new(
            fault.Message,
            fault.Hint,
            fault.ExitCode != WrongUsage ? Unavailable
                : fault.Code is "unknown_submission" or "unknown_seizure" or "unknown_search" or "unknown_bulletin" ? NotFound
                : BadRequest
        );
}
