using System.Threading.Tasks;

namespace SeizureIntel.Loops;

/// <summary>A scheduler that tells the parts of loops, which end soon, from work that goes on for long.</summary>
public abstract class LoopingScheduler : TaskScheduler
{
    /// <summary>Where the parts of loops are done.</summary>
    public abstract TaskScheduler Loops { get; }
}
