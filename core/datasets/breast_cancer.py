"""Breast cancer: benign or malignant, by the look of the cells."""

from __future__ import annotations

from typing import Literal

from core.datasets.shipped import ShippedTable


class BreastCancer(ShippedTable):
    """569 samples of breast tissue: benign or malignant?

    Ten properties of the cell nuclei in a picture, each as mean, error of the mean, and mean of the three largest:
    thirty columns, many of which say nearly the same. 357 samples are benign. Which mistake is the worse one is not the
    loss's to know: look at the confusion matrix. Collected by W. H. Wolberg, W. N. Street and O. L. Mangasarian,
    Wisconsin, 1995.
    """

    label = "Breast cancer"
    order = 43
    file = "breast_cancer.csv"
    target = "diagnosis"
    kind: Literal["breast_cancer"] = "breast_cancer"
