using System;
using System.Threading.Tasks;

namespace SeizureIntel.Workbench.Faults;

/// <summary>What an engine refuses to do, said to whoever asked for it.</summary>
internal static class Misuse
{
    /// <summary>Asks the index: it says which field cannot be used how; for the caller that is wrong usage, not a failure.</summary>
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ArgumentException misuse)
        {
            string message = misuse.ParamName is { } name
                ? misuse.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
                : misuse.Message;
            throw Fault.Usage(
                "wrong_query",
                message,
                "Fields with codes can be conditions, facets and dimensions; words belong into TEXT."
            );
        }
    }
}
