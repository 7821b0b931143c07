using System.Globalization;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks;

internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        // Figures are printed the same way everywhere.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        return BenchmarkRun.RunAsync(arguments);
    }
}
