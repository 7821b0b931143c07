using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Commands;

/// <summary>The way into the program: whatever goes wrong ends as a message and an exit code.</summary>
internal static class Entrance
{
    /// <summary>Runs a command line and returns its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Output output, Func<Task<int>> run)
    {
        bool asJson = arguments.Contains("--json");
        bool verbose = arguments.Contains("--verbose");
        try
        {
            return await run();
        }
        catch (Fault fault)
        {
            return output.Fail(fault, asJson, verbose);
        }
        catch (IndexUnavailableException missed)
        {
            return output.Fail(Fault.Unavailable(missed), asJson, verbose);
        }
        catch (OperationCanceledException)
        {
            return output.Fail(
                Fault.Failed("stopped", "Stopped before the end.", "What was not committed is rolled back; start the verb again."),
                asJson,
                verbose
            );
        }
        catch (Exception unexpected)
        {
            string reason = unexpected.Message.Split('\n')[0].TrimEnd('.', '\r');
            return output.Fail(
                Fault.Failed("unexpected", $"{reason}.", "The details: the same command with --verbose.", unexpected),
                asJson,
                verbose
            );
        }
    }
}
