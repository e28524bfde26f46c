using CoalitionTracker.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace CoalitionTracker.Operations;

/// <summary>Turns a broken rule into a 400 with each field's problem; the pages say the same in words.</summary>
internal sealed class RuleExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not RuleException rule)
            return false;
        httpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
        return await problems.TryWriteAsync(
            new ProblemDetailsContext
            {
                HttpContext = httpContext,
                ProblemDetails = new HttpValidationProblemDetails(
                    rule.Problems.GroupBy(p => p.Field).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray())
                )
                {
                    Title = "The request cannot be read.",
                    Status = StatusCodes.Status400BadRequest,
                },
            }
        );
    }
}
