using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks;

internal static class Program
{
    private static Task<int> Main(string[] arguments) => BenchmarkRun.RunAsync(arguments);
}
