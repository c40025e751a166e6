"""Every dense optimizer of torch.optim."""
