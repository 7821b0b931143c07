using System;
using System.Linq;
using System.Threading;
using SeizureIntel.App;
using SeizureIntel.App.Commands;
using SeizureIntel.App.Faults;

Output output = Output.Standard;
bool asJson = args.Contains("--json");
bool verbose = args.Contains("--verbose");
try
{
    return await CommandLine.RunAsync(args, new VerbContext(output, Composition.OpenAsync), CancellationToken.None);
}
catch (Fault fault)
{
    return output.Fail(fault, asJson, verbose);
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
