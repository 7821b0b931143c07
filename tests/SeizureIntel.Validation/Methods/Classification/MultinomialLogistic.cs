using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.LinearAlgebra.Double;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Validation.Methods.Classification;

/// <summary>Multinomial logistic regression for small data; the product uses linear machines.</summary>
/// <param name="Weights">For each class the weight (nats) of each feature.</param>
/// <param name="Intercepts">Intercept (nats) of each class; they sum to 0.</param>
public sealed record MultinomialLogistic(IReadOnlyList<IReadOnlyList<double>> Weights, IReadOnlyList<double> Intercepts)
{
    /// <summary>Fits the weights.</summary>
    /// <param name="rows">Features of each example, all of one length.</param>
    /// <param name="classes">Class of each example, numbered from 0 without gaps.</param>
    /// <param name="cost">Weight C of the losses against half the sum of squared weights, above 0; intercepts are not penalised.</param>
    /// <returns>The fit, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>Assumes log odds that are linear in the features. Cubic in classes times features. Source: C. Bishop, Pattern Recognition and Machine
    /// Learning, 2006, section 4.3.4 (Newton's method); objective as in scikit-learn.</remarks>
    public static Outcome<MultinomialLogistic> Fit(IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<int> classes, double cost = 1)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cost);
        if (rows.Count != classes.Count || rows.Any(r => r.Count != rows[0].Count))
        {
            throw new ArgumentException(
                $"{rows.Count} examples and {classes.Count} classes; expected one class an example and features of one length.",
                nameof(rows)
            );
        }

        if (classes.Distinct().Count() < 2)
        {
            return Outcome<MultinomialLogistic>.NotTestable("fewer than two classes");
        }

        var (k, p) = (classes.Max() + 1, rows[0].Count + 1);
        double[][] design = [.. rows.Select(r => (double[])[.. r, 1])];
        var beta = new double[k * p];
        var value = Objective(design, classes, beta, k, cost);
        for (var step = 0; step < 200; step++)
        {
            var (gradient, hessian) = Derivatives(design, classes, beta, k, cost);
            if (gradient.Max(g => Math.Abs(g)) < 1e-11)
            {
                break;
            }

            var direction = hessian.Solve(DenseVector.OfArray(gradient));
            var size = 1.0;
            double[] next;
            double after;
            do
            {
                next = [.. beta.Select((b, i) => b - (size * direction[i]))];
                after = Objective(design, classes, next, k, cost);
                size /= 2;
            } while (after > value && size > 1e-12);
            if (after > value)
            {
                break;
            }

            (beta, value) = (next, after);
        }

        var mean = Enumerable.Range(0, k).Average(c => beta[(c * p) + p - 1]);
        return Outcome<MultinomialLogistic>.Of(
            new MultinomialLogistic(
                [.. Enumerable.Range(0, k).Select(c => (IReadOnlyList<double>)beta[(c * p)..((c * p) + p - 1)])],
                [.. Enumerable.Range(0, k).Select(c => beta[(c * p) + p - 1] - mean)]
            )
        );
    }

    /// <summary>Probabilities of the classes.</summary>
    /// <param name="row">Features.</param>
    /// <returns>Probabilities from 0 to 1, one a class.</returns>
    /// <remarks>Assumes features as they were fitted. Linear. Source: Bishop 2006, eq. 4.104.</remarks>
    public IReadOnlyList<double> Probabilities(IReadOnlyList<double> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Softmax([.. Weights.Select((w, c) => w.Zip(row, (a, b) => a * b).Sum() + Intercepts[c])]);
    }

    private static double Objective(double[][] design, IReadOnlyList<int> classes, double[] beta, int k, double cost)
    {
        var p = design[0].Length;
        var sum = beta.Where((_, i) => i % p != p - 1).Sum(b => b * b) / 2;
        for (var i = 0; i < design.Length; i++)
        {
            sum -= cost * Math.Log(Math.Max(double.Epsilon, Softmax(Scores(design[i], beta, k))[classes[i]]));
        }

        return sum;
    }

    private static (double[] Gradient, DenseMatrix Hessian) Derivatives(
        double[][] design,
        IReadOnlyList<int> classes,
        double[] beta,
        int k,
        double cost
    )
    {
        // A shift of all intercepts changes nothing; the small ridge keeps the matrix regular.
        const double ridge = 1e-9;
        var p = design[0].Length;
        var gradient = new double[k * p];
        var hessian = new DenseMatrix(k * p, k * p);
        for (var i = 0; i < gradient.Length; i++)
        {
            var isIntercept = i % p == p - 1;
            gradient[i] = isIntercept ? 0 : beta[i];
            hessian[i, i] = isIntercept ? ridge : 1;
        }

        for (var row = 0; row < design.Length; row++)
        {
            var shares = Softmax(Scores(design[row], beta, k));
            for (var c = 0; c < k; c++)
            {
                var residual = cost * (shares[c] - (classes[row] == c ? 1 : 0));
                for (var a = 0; a < p; a++)
                {
                    gradient[(c * p) + a] += residual * design[row][a];
                    for (var d = 0; d < k; d++)
                    {
                        var spread = cost * shares[c] * ((c == d ? 1 : 0) - shares[d]) * design[row][a];
                        for (var b = 0; b < p; b++)
                        {
                            hessian[(c * p) + a, (d * p) + b] += spread * design[row][b];
                        }
                    }
                }
            }
        }

        return (gradient, hessian);
    }

    private static double[] Scores(double[] row, double[] beta, int k) =>
        [.. Enumerable.Range(0, k).Select(c => Enumerable.Range(0, row.Length).Sum(a => row[a] * beta[(c * row.Length) + a]))];

    private static double[] Softmax(double[] scores)
    {
        var largest = scores.Max();
        var powers = scores.Select(s => Math.Exp(s - largest)).ToArray();
        var sum = powers.Sum();
        return [.. powers.Select(e => e / sum)];
    }
}
