using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Commands;

namespace SeizureIntel.Validation;

/// <summary>What <c>./run validate</c> starts: the methods against reference vectors, on the command line of the product.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        Output output = Output.Standard;
        return Entrance.RunAsync(arguments, output, () =>
            CommandLine.RunAsync(
                arguments,
                CommandLine.Root("The methods against reference vectors.", [ValidateCommand.Create(output)]),
                output,
                CancellationToken.None
            )
        );
    }
}
