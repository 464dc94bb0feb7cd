"""What several tests share: made-up rows, suites, reports and simulations."""
